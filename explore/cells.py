"""Pay of an occupation by place and by industry."""

from collections.abc import Collection

from django.db.models import Case, Exists, F, OuterRef, Value, When

from careers.models import Occupation
from explore.newest import of_each_newest_release, of_newest_release
from facts.models import Industry, Place, Release
from salaries.models import Wage
from salaries.models.wage import WageQuerySet

SMALLER = (Place.Kind.METRO, Place.Kind.NONMETRO)
WIDEST_FIRST = Case(*(When(place__kind=kind, then=Value(rank)) for rank, kind in enumerate(Place.Kind.values)))
LARGEST_FIRST = (F("employment").desc(nulls_last=True), "pk")
"""Cells without a number of jobs come last."""


def cells_by_place(occupation: Occupation, release: Release | None = None) -> WageQuerySet:
    """States, then areas, each from the newest release that covers it."""
    cells = _of(occupation).by_place()
    cells = cells.filter(release=release) if release else cells.newest_by_place()
    return cells.with_words().order_by(WIDEST_FIRST, "place__name", "pk")


def cells_by_industry(occupation: Occupation, release: Release | None = None) -> WageQuerySet:
    return _of_one(_of(occupation).by_industry(), release).order_by("industry__code", "pk")


def releases_by_place(occupation: Occupation) -> list[Release]:
    return _releases_of(_of(occupation).by_place())


def releases_by_industry(occupation: Occupation) -> list[Release]:
    return _releases_of(_of(occupation).by_industry())


def whole_and_states(occupation: Occupation, release: Release, *, newest: bool = False) -> list[Wage]:
    """One query. With `newest`, each state is read from the newest release that covers it."""
    cells = _of(occupation).filter(industry__code=Industry.ALL).exclude(place__kind__in=SMALLER)
    shown = cells.filter(release=release)
    if newest:
        shown = shown.filter(place__kind=Place.Kind.COUNTRY) | cells.of_states().newest_by_place()
    found = list(shown.with_words().order_by("place__name", "pk"))
    return sorted(found, key=lambda wage: wage.place.kind != Place.Kind.COUNTRY)


def states_of(cells: WageQuerySet) -> WageQuerySet:
    """Each state’s newest cell of these, those with the most jobs first."""
    return cells.by_place().of_states().newest_by_place().with_words().order_by(*LARGEST_FIRST)


def sectors_of(cells: WageQuerySet, occupations: Collection[int]) -> WageQuerySet:
    """The same of sectors, from each occupation’s newest release by industry."""
    newest = of_each_newest_release(cells.by_industry(), occupations)
    return newest.of_sectors().with_words().order_by(*LARGEST_FIRST)


def _of(occupation: Occupation) -> WageQuerySet:
    return Wage.objects.published().for_occupations([occupation.pk])


def _of_one(cells: WageQuerySet, release: Release | None) -> WageQuerySet:
    return (cells.filter(release=release) if release else of_newest_release(cells)).with_words()


def _releases_of(cells: WageQuerySet) -> list[Release]:
    broken_down = Exists(cells.filter(release=OuterRef("pk")))
    return list(Release.objects.ready().filter(broken_down).select_related("source").newest_first())
