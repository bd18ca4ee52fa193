"""What one occupation pays by place and by industry, a page of the table at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Occupation
from explore.cells import cells_by_industry, cells_by_place, releases_by_industry, releases_by_place
from explore.filters.base import Filters
from explore.filters.cells import IndustryCellFilter, PlaceCellFilter
from facts.models import Place, Release
from pages.lists import misread, page_of
from pages.occupation import wage_row
from pages.sorting import headings
from pages.views.occupations import occupation_or_404
from salaries.models import Wage
from salaries.models.wage import WageQuerySet

FIGURES = (
    ("employment", "Employees"),
    ("p10", "10th"),
    ("p25", "25th"),
    ("median", "Median"),
    ("p75", "75th"),
    ("p90", "90th"),
    ("mean", "Mean"),
    ("wage_rse", "Error of the mean"),
    ("employment_rse", "Error of employees"),
)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A way to break an occupation's pay down: what its rows are called, how they are found and narrowed."""

    noun: str
    nouns: str
    cells: Callable[[Occupation, Release | None], WageQuerySet]
    releases: Callable[[Occupation], list[Release]]
    filters: type[Filters]
    kinds: tuple[tuple[str, str], ...] = ()


PLACES = Breakdown(
    "place",
    "places",
    cells_by_place,
    releases_by_place,
    PlaceCellFilter,
    (("", "All"), *((kind.value, kind.label) for kind in Place.Kind if kind != Place.Kind.COUNTRY)),
)
INDUSTRIES = Breakdown("industry", "industries", cells_by_industry, releases_by_industry, IndustryCellFilter)


@require_safe
def places(request: HttpRequest, code: str) -> HttpResponse:
    """An occupation's pay in states and areas."""
    return _table(request, code, PLACES)


@require_safe
def industries(request: HttpRequest, code: str) -> HttpResponse:
    """An occupation's pay in industries."""
    return _table(request, code, INDUSTRIES)


def _table(request, code, breakdown) -> HttpResponse:
    occupation = occupation_or_404(code, request.GET.get("scheme", ""))
    releases = breakdown.releases(occupation)
    asked = next((row for row in releases if row.slug == request.GET.get("release")), None)
    found = breakdown.filters(request.GET, breakdown.cells(occupation, asked))
    page, off = page_of(found.qs, request.GET)
    rows = [wage_row(wage) for wage in page.object_list]
    release = rows[0].wage.release if rows else None
    context = {
        "occupation": occupation,
        "breakdown": breakdown,
        "found": found,
        "page": page,
        "rows": rows,
        "release": release,
        "releases": releases,
        "whole": _whole(occupation, release),
        "headings": headings((("name", breakdown.noun.capitalize()), *FIGURES), found.asked.get("ordering", ())),
        "misread": misread(found, request.GET) + off,
    }
    return render(request, "pages/occupation-cells.html", context)


def _whole(occupation, release):
    """The row of the whole country and all industries in the same release, to hold the others against."""
    if release is None:
        return None
    national = Wage.objects.published().national().filter(occupation=occupation, release=release)
    wage = national.with_words().first()
    return wage_row(wage) if wage else None
