from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Occupation
from explore.cells import (
    cells_by_industry,
    cells_by_place,
    releases_by_industry,
    releases_by_place,
    whole_and_states,
)
from explore.filters.base import Filters
from explore.filters.cells import IndustryCellFilter, PlaceCellFilter
from explore.money_of import MoneyOf, money_of
from facts.footing import rest_on_rows
from facts.models import Place, Release
from facts.periods import Period
from money.conversions import NotComputable
from pages.charts.tiles import TileMap, draw_tiles
from pages.lists import ROWS, Misread, misread, page_of
from pages.sorting import headings
from pages.views.occupations import occupation_or_404
from pages.wage_rows import WageRow, wage_row
from salaries.models.wage import WageQuerySet

FIGURES = (
    ("employment", "Jobs"),
    ("p10", "10th"),
    ("p25", "25th"),
    ("median", "Median"),
    ("p75", "75th"),
    ("p90", "90th"),
    ("mean", "Mean"),
    ("wage_rse", "Standard error of the mean"),
    ("employment_rse", "Standard error of jobs"),
)


PAY = ("p10", "p25", "median", "p75", "p90", "mean")
"""The measures that the map may show: the one that the table is sorted by, or else the median."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """`rows` on a page."""

    noun: str
    nouns: str
    cells: Callable[[Occupation, Release | None], WageQuerySet]
    releases: Callable[[Occupation], list[Release]]
    filters: type[Filters]
    rows: int
    kinds: tuple[tuple[str, str], ...] = ()


PLACES = Breakdown(
    "place",
    "places",
    cells_by_place,
    releases_by_place,
    PlaceCellFilter,
    60,  # every state on the first page, beneath the map of them
    (("", "All"), *((kind.value, kind.label) for kind in Place.Kind if kind != Place.Kind.COUNTRY)),
)
INDUSTRIES = Breakdown("industry", "industries", cells_by_industry, releases_by_industry, IndustryCellFilter, ROWS)


@require_safe
def places(request: HttpRequest, code: str) -> HttpResponse:
    return _table(request, code, PLACES)


@require_safe
def industries(request: HttpRequest, code: str) -> HttpResponse:
    return _table(request, code, INDUSTRIES)


def _table(request: HttpRequest, code: str, breakdown: Breakdown) -> HttpResponse:
    occupation = occupation_or_404(code, request.GET.get("scheme", ""))
    rest_on_rows(request)
    releases = breakdown.releases(occupation)
    asked = next((row for row in releases if row.slug == request.GET.get("release")), None)
    found = breakdown.filters(request.GET, breakdown.cells(occupation, asked))
    page, off = page_of(found.qs, request.GET, breakdown.rows)
    rows = [wage_row(wage) for wage in page.object_list]
    release = _main_release(rows)
    country = (
        [wage_row(wage) for wage in whole_and_states(occupation, release, newest=asked is None)] if release else []
    )
    money, not_that = _money(request.GET.get("money", ""), country or rows)
    ordering = found.asked.get("ordering", ())
    shown = [row.in_money_of(money) for row in country]
    context = {
        "occupation": occupation,
        "breakdown": breakdown,
        "found": found,
        "page": page,
        "rows": [row.in_money_of(money) for row in rows],
        "release": release,
        "releases": releases,
        "whole": next((row for row in shown if row.wage.place.kind == Place.Kind.COUNTRY), None),
        "map": _map(shown, ordering) if breakdown is PLACES and not {"q", "kind"} & found.asked.keys() else None,
        "money": money,
        "map_period": f"{release.label}, in {money.year} dollars" if release and money else "",
        "formula": _formula(money, country or rows),
        "headings": headings((("name", breakdown.noun.capitalize()), *FIGURES), ordering),
        "misread": misread(found, request.GET) + off + not_that,
    }
    return render(request, "pages/occupation-cells.html", context)


def _main_release(rows: Sequence[WageRow]) -> Release | None:
    """Of most rows; the others say so."""
    releases = {row.wage.release_id: row.wage.release for row in rows}
    counts = Counter(row.wage.release_id for row in rows)
    return releases[counts.most_common(1)[0][0]] if rows else None


def _map(rows: Sequence[WageRow], ordering: Sequence[str]) -> TileMap | None:
    measure = next((name for name in (one.removeprefix("-") for one in ordering) if name in PAY), "median")
    figures = (row.figures.get(f"annual_{measure}") for row in rows)
    return draw_tiles(figure for figure in figures if figure)


def _formula(money: MoneyOf | None, rows: Sequence[WageRow]) -> str:
    figures = (figure for row in rows for figure in row.figures.values())
    paid = next((figure for figure in figures if figure.unit.is_money and not figure.is_missing), None)
    if not (money and paid):
        return ""
    computed = money.compute(paid)
    return f"{paid.measure_text}, {paid.scope_text}: {computed.formula} = {computed.value_text}"


def _money(year: str, rows: Sequence[WageRow]) -> tuple[MoneyOf | None, list[Misread]]:
    """Only if every row can be put into it."""
    if not (year and rows):
        return None, []
    release = rows[0].wage.release
    try:
        money = money_of(year, Period(release.period_start, release.period_end))
        rows[0].in_money_of(money)
    except NotComputable as problem:
        return None, [Misread.of("Money of the year", year, str(problem))]
    return money, []
