from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.facets import career_facets
from explore.filters.careers import CareerFilter
from explore.listing import list_careers
from explore.reference_releases import newest_yardstick
from pages.lists import misread, page_of

ORDERS = (("title", "Title"), ("-median", "Highest pay"), ("median", "Lowest pay"), ("-growth", "Growth"))


@require_safe
def careers(request: HttpRequest) -> HttpResponse:
    yardstick = newest_yardstick()
    found = CareerFilter(request.GET, yardstick.careers().order_by("title"))
    page, off = page_of(found.qs, request.GET)
    context = {
        "found": found,
        "page": page,
        "rows": list_careers(yardstick, page.object_list),
        "misread": misread(found, request.GET) + off,
        "facets": career_facets(yardstick, request.GET),
        "orders": ORDERS,
        "yardstick": yardstick,
    }
    return render(request, "pages/careers.html", context)
