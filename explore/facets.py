from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from careers.models import Career, Field, Occupation, TypicalEntry
from careers.schemes import SchemeChoices
from education.models import Credential
from explore.filters.base import Filters
from explore.filters.careers import SCHOOLING, CareerFilter
from explore.filters.occupations import OccupationFilter
from explore.interests import INTERESTS, NUMBERS, best_fits
from explore.newest import of_newest_release_of_all
from explore.reference_releases import CURRENT, Yardstick
from explore.studies.browsing import jobs_done_at_home, jobs_rated, loaded_measures


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    values: dict[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    title: str
    parameters: tuple[str, ...]
    options: list[Option]

    @property
    def none(self) -> dict[str, str]:
        return dict.fromkeys(self.parameters, "")


@dataclass(frozen=True, slots=True)
class FacetBand:
    """An end of None is open."""

    label: str
    low: str | None
    high: str | None

    def condition(self, field: str) -> Q:
        ends = {f"{field}__gte": self.low, f"{field}__lte": self.high}
        return Q(**{lookup: end for lookup, end in ends.items() if end is not None})

    def holds(self, value: Decimal | None) -> bool:
        if value is None:
            return False
        return (self.low is None or value >= Decimal(self.low)) and (self.high is None or value <= Decimal(self.high))

    @property
    def decimals(self) -> tuple[Decimal, Decimal]:
        """Of percentiles, which an open end bounds all the same."""
        return Decimal(self.low or 0), Decimal(self.high or 100)

    def values(self, field: str) -> dict[str, str]:
        return {f"{field}_min": self.low or "", f"{field}_max": self.high or ""}


PAY_BANDS = (
    FacetBand("Under $50,000", None, "49999"),
    FacetBand("$50,000 to $74,999", "50000", "74999"),
    FacetBand("$75,000 to $99,999", "75000", "99999"),
    FacetBand("$100,000 and up", "100000", None),
)
GROWTH_BANDS = (
    FacetBand("Fewer jobs", None, "-0.01"),
    FacetBand("Up to 5% more", "0", "4.99"),
    FacetBand("5% to 10% more", "5", "9.99"),
    FacetBand("10% more and up", "10", None),
)

EXPOSURE_BANDS = (
    FacetBand("Lowest quarter of jobs", None, "25"),
    FacetBand("Second quarter", "25.01", "50"),
    FacetBand("Third quarter", "50.01", "75"),
    FacetBand("Highest quarter of jobs", "75.01", None),
)


def career_facets(yardstick: Yardstick, data: QueryDict) -> list[Facet]:
    """Four queries."""

    def left(*parameters: str) -> QuerySet:
        return _without(CareerFilter, data, parameters, yardstick.careers())

    return [
        _fields(left("field")),
        _bands("Median pay, on record", "median", PAY_BANDS, left("median_min", "median_max")),
        _schooling(left("education")),
        _bands("Growth in jobs, projected", "growth", GROWTH_BANDS, left("growth_min", "growth_max")),
    ]


def occupation_facets(yardstick: Yardstick, data: QueryDict) -> list[Facet]:
    """Sixteen queries."""

    def left(*parameters: str) -> QuerySet:
        return _without(OccupationFilter, data, parameters, yardstick.occupations())

    facets = [
        _groups(yardstick.scheme, left("group")),
        _bands("Median pay", "median", PAY_BANDS, left("median_min", "median_max")),
        _interests(left("interest")),
        _entries(left("education")),
        _bands("Growth in jobs, projected", "growth", GROWTH_BANDS, left("growth_min", "growth_max")),
        _from_home(left("from_home")),
        _exposure(left("exposure", "exposure_min", "exposure_max")),
        _schemes(_without(OccupationFilter, data, ("scheme",), Occupation.objects.all(), measured=False)),
    ]
    return [facet for facet in facets if facet.options]


def group_facet(yardstick: Yardstick) -> Facet:
    """Two queries."""
    return _groups(yardstick.scheme, Occupation.objects.filter(scheme=yardstick.scheme))


_MEASURED = (
    "place",
    "median_min",
    "median_max",
    "employment_min",
    "employment_max",
    "growth_min",
    "growth_max",
    "ordering",
)


def _without(
    filters: type[Filters], data: QueryDict, parameters: Iterable[str], rows: QuerySet, *, measured: bool = True
) -> QuerySet:
    rest = data.copy()
    for name in (*parameters, *(() if measured else _MEASURED)):
        rest.pop(name, None)
    return filters(rest, rows).qs.order_by()


def _fields(careers: QuerySet[Career]) -> Facet:
    counts = dict(careers.values_list("field").annotate(Count("pk", distinct=True)))
    options = [Option(field.name, {"field": field.slug}, counts.get(field.pk, 0)) for field in Field.objects.all()]
    return Facet("Field of work", ("field",), options)


def _schooling(careers: QuerySet[Career]) -> Facet:
    careers_asking = Count(
        "requirements__career", distinct=True, filter=Q(requirements__career__in=careers.values("pk"))
    )
    credentials = Credential.objects.filter(kind__in=SCHOOLING).annotate(asked=careers_asking).order_by("rank", "name")
    options = [Option(row.name, {"education": row.slug}, row.asked) for row in credentials]
    return Facet("Schooling a guide names", ("education",), options)


def _groups(scheme: str, occupations: QuerySet[Occupation]) -> Facet:
    rows = (
        Occupation.objects.filter(scheme=scheme).order_by("code").values_list("pk", "parent", "level", "code", "title")
    )
    parents = {pk: parent for pk, parent, *_ in rows}
    counts = Counter(_top(pk, parents) for pk in occupations.values_list("pk", flat=True) if parents.get(pk))
    majors = [(pk, code, title) for pk, _, level, code, title in rows if level == Occupation.Level.MAJOR]
    return Facet(
        "Group", ("group",), [Option(_short(title), {"group": code}, counts[pk]) for pk, code, title in majors]
    )


def _top(pk: int, parents: Mapping[int, int | None]) -> int:
    while parent := parents.get(pk):
        pk = parent
    return pk


def _short(title: str) -> str:
    return title.removesuffix(" Occupations")


def _interests(occupations: QuerySet[Occupation]) -> Facet:
    fits = best_fits().values_list("value", "occupation", "occupation__parent")
    left = set(occupations.values_list("pk", flat=True)) if fits else set()
    counts = Counter(int(value) for value, itself, whole in fits if left & {itself, whole})
    options = [Option(label, {"interest": name}, counts[NUMBERS[name]]) for name, label in INTERESTS if fits]
    return Facet("Interest that fits best", ("interest",), options)


def _entries(occupations: QuerySet[Occupation]) -> Facet:
    entries = of_newest_release_of_all(TypicalEntry.objects.published()).filter(occupation__in=occupations.values("pk"))
    counts = dict(entries.order_by().values_list("education").annotate(Count("pk")))
    named = TypicalEntry.EDUCATION if counts else ()
    options = [Option(label, {"education": name}, counts.get(label, 0)) for name, label in named]
    return Facet("Education to enter, typically", ("education",), options)


def _from_home(occupations: QuerySet[Occupation]) -> Facet:
    counts = {can: occupations.filter(pk__in=jobs_done_at_home(can)).count() for can in (True, False)}
    labels = {True: "All of it", False: "None of it"}
    named = labels if any(counts.values()) else {}
    options = [Option(label, {"from_home": str(can).lower()}, counts[can]) for can, label in named.items()]
    return Facet("Can be done at home", ("from_home",), options)


def _exposure(occupations: QuerySet[Occupation]) -> Facet:
    """By one measure, which the title names: measures are not added up."""
    measures = loaded_measures()[:1]
    options = [
        Option(
            band.label,
            {"exposure": word, **band.values("exposure")},
            occupations.filter(pk__in=jobs_rated(word, *band.decimals)).count(),
        )
        for word, _ in measures
        for band in EXPOSURE_BANDS
    ]
    title = f"AI exposure by {measures[0][1]}" if measures else "AI exposure"
    return Facet(title, ("exposure", "exposure_min", "exposure_max"), options)


def _schemes(occupations: QuerySet[Occupation]) -> Facet:
    counts = dict(occupations.values_list("scheme").annotate(Count("pk")))
    schemes = [(value, label) for value, label in SchemeChoices() if counts.get(value)]
    # Unasked, a list is of today's classification.
    params = {value: "" if value == CURRENT else value for value, _ in schemes}
    options = [Option(label, {"scheme": params[value]}, counts[value]) for value, label in reversed(schemes)]
    return Facet("Classification", ("scheme",), options)


def _bands(title: str, field: str, bands: Sequence[FacetBand], rows: QuerySet) -> Facet:
    counts = rows.aggregate(**{f"n{i}": Count("pk", filter=band.condition(field)) for i, band in enumerate(bands)})
    options = [Option(band.label, band.values(field), counts[f"n{i}"]) for i, band in enumerate(bands)]
    return Facet(title, (f"{field}_min", f"{field}_max"), options)
