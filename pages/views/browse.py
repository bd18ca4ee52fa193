from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.browse.facets import JobFacets
from explore.browse.ready import READY_LISTS
from explore.browse.rows import in_one_list, jobs_of, list_jobs
from explore.filters.jobs import JobFilter
from explore.reference_releases import COUNTRY, CURRENT, newest_yardstick, place_named
from facts.models import Place
from pages.job_list import education_of, title_of_list
from pages.lists import misread, page_of

ORDERS = (
    ("title", "Title"),
    ("-median", "Highest pay"),
    ("median", "Lowest pay"),
    ("-growth", "Fastest growth"),
    ("growth", "Slowest growth"),
    ("-employment", "Most people"),
)


@require_safe
def careers(request: HttpRequest) -> HttpResponse:
    """All jobs, narrowed and sorted; what of the request makes no sense is named and left out."""
    place = place_named(request.GET.get("place", ""))
    yardstick = newest_yardstick(CURRENT, place.code if place else COUNTRY)
    narrowed = [JobFilter(request.GET, each) for each in jobs_of(yardstick)]
    found = narrowed[0]
    ordering = found.asked.get("ordering", [])
    page, off = page_of(in_one_list([each.qs for each in narrowed], ordering), request.GET)
    context = {
        "found": found,
        "page": page,
        "rows": list_jobs(yardstick, page.object_list),
        "title": title_of_list(found.asked, place),
        "education": education_of(found.asked),
        "misread": misread(found, request.GET) + off,
        "facets": JobFacets(yardstick, request.GET).read(),
        "orders": ORDERS,
        "ready_lists": READY_LISTS,
        "yardstick": yardstick,
        "place": place,
        "states": Place.objects.filter(kind=Place.Kind.STATE).order_by("name"),
    }
    return render(request, "pages/careers.html", context)
