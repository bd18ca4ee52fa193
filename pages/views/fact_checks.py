from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.fact_check_list import find_claims
from explore.filters.fact_checks import ClaimFilter
from pages.checks import rungs_of
from pages.lists import misread


@require_safe
def fact_checks(request: HttpRequest) -> HttpResponse:
    """On one page, so that the address of each stays."""
    asked = ClaimFilter(request.GET)
    found = find_claims(asked.narrowed)
    context = {
        "found": found,
        "rungs": rungs_of(found.claims),
        "facets": found.facets,
        "misread": misread(asked, request.GET),
        "is_narrowed": bool(asked.narrowed),
        "narrowed": {name: ",".join(codes) for name, codes in asked.narrowed.items()},
    }
    return render(request, "pages/fact-checks.html", context)
