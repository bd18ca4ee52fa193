from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.filters.corrections import CorrectionFilter
from facts.models import Correction
from pages.feeds import CorrectionFeed
from pages.lists import misread, page_of

feed = require_safe(CorrectionFeed())


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    found = CorrectionFilter(request.GET, Correction.objects.newest_first())
    page, off = page_of(found.qs, request.GET)
    context = {
        "found": found,
        "page": page,
        "kinds": (("", "All"), *Correction.Kind.choices),
        "misread": misread(found, request.GET) + off,
    }
    return render(request, "pages/corrections.html", context)
