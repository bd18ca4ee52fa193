from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from careers.exposure_studies import LeadingMeasure
from explore.browse.facets import JobFacets
from explore.browse.ready import READY_LISTS
from explore.browse.rows import list_jobs
from explore.browse.table import JobTable, job_table
from explore.filters.jobs import JobFilter
from explore.reference_releases import COUNTRY, place_named
from facts.edition_key import once_per_edition
from facts.models import Place
from facts.row_cache import Key, RowCache
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
row_cache = RowCache(4 * 1024 * 1024)
"""HTML of rows, made once per edition."""
BY_EXPOSURE = (("-exposure", "Most AI exposure"), ("exposure", "Least AI exposure"))


@require_safe
def careers(request: HttpRequest) -> HttpResponse:
    """All jobs, narrowed and sorted; what of the request makes no sense is named and left out."""
    place = place_named(request.GET.get("place", ""))
    table = job_table(place.code if place else COUNTRY)
    found, facets = JobFilter(request.GET), JobFacets(table, request.GET)
    ordering, exposure = found.asked.get("ordering", []), table.exposure(facets.measure)
    page, off = page_of(table.in_order(facets.left(), ordering, exposure), request.GET)
    is_exposure_shown = facets.measure and (_by_exposure(ordering) or {"exposure", "exposure_by"} & {*found.asked})
    context = {
        "found": found,
        "page": page,
        "rows": _drawn(table, page.object_list, place, facets.measure if is_exposure_shown else None),
        "title": title_of_list(found.asked, place),
        "education": education_of(found.asked),
        "misread": misread(found, request.GET) + off,
        "facets": facets.read(),
        "measures": table.measures,
        "measure": facets.measure,
        "is_exposure_shown": is_exposure_shown,
        "orders": (*ORDERS, *(BY_EXPOSURE if facets.measure else ())),
        "ready_lists": READY_LISTS,
        "yardstick": table.yardstick,
        "place": place,
        "states": states(table.edition),
    }
    return render(request, "pages/careers.html", context)


@once_per_edition(maxsize=1)
def states() -> list[Place]:
    return list(Place.objects.filter(kind=Place.Kind.STATE).order_by("name"))


def _drawn(
    table: JobTable, rows: Iterable[tuple], place: Place | None, measure: LeadingMeasure | None
) -> list[SafeString]:
    """Rows of the list; `measure` is that of AI exposure where they show it."""
    by_key = {(table.yardstick.place, measure and measure.word, *row[:2]): row for row in rows}

    def make(keys: list[Key]) -> Iterator[tuple[Key, bytes]]:
        exposure = table.exposure(measure) if measure else None
        for key, row in zip(keys, list_jobs(table.yardstick, map(by_key.__getitem__, keys), exposure), strict=True):
            yield key, render_to_string("components/job-result.html", {"row": row, "place": place}).encode()

    return [mark_safe(row.decode()) for row in row_cache.get(table.edition, [*by_key], make)]  # noqa: S308  escaped


def _by_exposure(ordering: list[str]) -> bool:
    return any(word in dict(BY_EXPOSURE) for word in ordering)
