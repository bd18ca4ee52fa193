from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.claim_counts import COUNTED
from explore.claim_summary import summarize_claims
from explore.fact_check_list import find_claims
from explore.filters.fact_checks import ClaimFilter
from pages.checks import rungs_of, summary_table
from pages.lists import misread, page_of


@require_safe
def fact_checks(request: HttpRequest) -> HttpResponse:
    """What was found over all claims, then the claims themselves, worst first, a page at a time."""
    asked = ClaimFilter(request.GET)
    found = find_claims(asked.narrowed)
    page, off_page = page_of(found.claims, request.GET, count=found.count)
    summary = summarize_claims(None if {*asked.narrowed} - {*COUNTED} else found.counts)
    context = {
        "found": found,
        "page": page,
        "rungs": rungs_of(row.claim for row in page),
        "facets": found.facets,
        "summary": summary,
        "table": summary_table(summary),
        "misread": misread(asked, request.GET) + off_page,
        "is_narrowed": bool(asked.narrowed),
        "narrowed": {name: ",".join(codes) for name, codes in asked.narrowed.items()},
    }
    return render(request, "pages/fact-checks.html", context)
