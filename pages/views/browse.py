from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.browse.facets import JobFacets
from explore.browse.ready import READY_LISTS
from explore.browse.rows import in_one_list, jobs_of, list_jobs
from explore.filters.jobs import JobFilter
from explore.reference_releases import COUNTRY, CURRENT, newest_yardstick, place_named
from explore.studies.browsing import loaded_measures
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
BY_EXPOSURE = (("-exposure", "Most AI exposure"), ("exposure", "Least AI exposure"))


@require_safe
def careers(request: HttpRequest) -> HttpResponse:
    """All jobs, narrowed and sorted; what of the request makes no sense is named and left out."""
    place = place_named(request.GET.get("place", ""))
    yardstick = newest_yardstick(CURRENT, place.code if place else COUNTRY)
    narrowed = [JobFilter(request.GET, each) for each in jobs_of(yardstick)]
    found = narrowed[0]
    ordering = found.asked.get("ordering", [])
    facets = JobFacets(yardstick, request.GET)
    listed = in_one_list([each.qs for each in narrowed], ordering, facets.exposure if _by_exposure(ordering) else None)
    page, off = page_of(listed, request.GET)
    is_exposure_shown = facets.measure and (_by_exposure(ordering) or {"exposure", "exposure_by"} & {*found.asked})
    context = {
        "found": found,
        "page": page,
        "rows": list_jobs(yardstick, page.object_list, facets.exposure if is_exposure_shown else None),
        "title": title_of_list(found.asked, place),
        "education": education_of(found.asked),
        "misread": misread(found, request.GET) + off,
        "facets": facets.read(),
        "measures": loaded_measures(),
        "measure": facets.measure,
        "is_exposure_shown": is_exposure_shown,
        "orders": (*ORDERS, *(BY_EXPOSURE if facets.measure else ())),
        "ready_lists": READY_LISTS,
        "yardstick": yardstick,
        "place": place,
        "states": Place.objects.filter(kind=Place.Kind.STATE).order_by("name"),
    }
    return render(request, "pages/careers.html", context)


def _by_exposure(ordering: list[str]) -> bool:
    return any(word in dict(BY_EXPOSURE) for word in ordering)
