"""Official figures that claims are checked against."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from careers.models import Crosswalk, Occupation, Outlook
from facts.figure import Figure, Named
from facts.kinds import record_kinds
from facts.measures import Quantity
from facts.models import Release, Source
from facts.periods import Period


@dataclass(frozen=True, slots=True)
class OfficialAnswers:
    """Newest first, with withheld and unpublished figures.

    `counted`: the group, and codes that moved into it alone. `comparable`: the group, and codes that a crosswalk
    carries over whole.
    """

    counted: Sequence[Figure] = ()
    comparable: Sequence[Figure] = ()


@dataclass(frozen=True, slots=True)
class _Codes:
    counted: list[int] = field(default_factory=list)
    comparable: list[int] = field(default_factory=list)


class OfficialFigures:
    def __init__(self, occupations: Iterable[int]):
        """Four queries, and one for each kind."""
        self._codes = _codes_of({*occupations})
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        self._sources: dict[tuple[str, Quantity, bool], Named] = {}
        for kind in record_kinds():
            for row in kind.record_of({code for codes in self._codes.values() for code in codes.counted}):
                self._add(row)
        self._averages = _averages()
        self._releases = list(Release.objects.ready().select_related("source").defer("report"))

    def _add(self, row: Any) -> None:
        for figure in row.figures():
            self.figures[row.occupation_id].append(figure)
            by = (figure.publisher, figure.quantity, figure.period.is_whole_years)
            self._sources.setdefault(by, figure.source)

    def answers(self, occupation: int, publisher: str, quantity: Quantity) -> OfficialAnswers:
        codes = self._codes.get(occupation, _Codes())
        return OfficialAnswers(*(self._of(of, publisher, quantity) for of in (codes.counted, codes.comparable)))

    def _of(self, codes: Sequence[int], publisher: str, quantity: Quantity) -> list[Figure]:
        found = [f for code in codes for f in self.figures[code] if (f.publisher, f.quantity) == (publisher, quantity)]
        return sorted(found, key=lambda f: f.period.first_day, reverse=True)

    def average(self, official: Figure) -> Figure | None:
        """Of all occupations in the same release."""
        return self._averages.get((official.publisher, official.period))

    def source_of(self, publisher: str, quantity: Quantity, period: Period) -> str:
        source = self._source(publisher, quantity, period)
        return source.name if source else publisher

    def release_for(self, publisher: str, quantity: Quantity, period: Period) -> Release | None:
        source = self._source(publisher, quantity, period)
        own = (release for release in self._releases if source and release.source.slug == source.code)
        return next((release for release in own if _is_for(release, quantity, period)), None)

    def _source(self, publisher: str, quantity: Quantity, period: Period) -> Named | None:
        """Jobs of a year are of the projections, jobs of a month of the survey."""
        by_years = period.is_whole_years
        found = (self._sources.get((publisher, quantity, years)) for years in (by_years, not by_years))
        return next(filter(None, found), None)


def is_within(period: Period, whole: Period, quantity: Quantity) -> bool:
    """For pay, a claim of "2015" matches May 2015 only."""
    if not (period.is_stated and whole.is_stated):
        return False
    if quantity is Quantity.PAY:
        return whole.first_day <= period.first_day and period.last_day <= whole.last_day
    return period == whole


def official_publishers() -> dict[str, str]:
    """By lowercase names in guides."""
    named = {}
    for source in Source.objects.official():
        named |= {name.casefold(): source.publisher for name in (source.publisher, *source.also_called)}
    return named


def _is_for(release: Release, quantity: Quantity, period: Period) -> bool:
    return is_within(Period(release.period_start, release.period_end), period, quantity)


def _codes_of(occupations: Collection[int]) -> dict[int, _Codes]:
    codes = {pk: _Codes([pk], [pk]) for pk in occupations}
    for (to, _), formers in _predecessors(occupations).items():
        if len(formers) == 1:
            codes[to].counted.extend(formers)
        codes[to].comparable.extend(pk for pk, is_whole in formers.items() if is_whole)
    return codes


def _predecessors(occupations: Collection[int]) -> dict[tuple[int, str], dict[int, bool]]:
    """Former codes by occupation and scheme, with whether each was carried over whole."""
    pairs = Crosswalk.objects.published().with_wholeness().filter(to_occupation__in=occupations).order_by("pk")
    columns = ("to_occupation", "from_occupation__scheme", "from_occupation", "is_whole")
    found: dict[tuple[int, str], dict[int, bool]] = defaultdict(dict)
    for to, scheme, former, is_whole in pairs.values_list(*columns):
        found[to, scheme][former] = is_whole
    return found


def _averages() -> dict[tuple[str, Period], Figure]:
    rows = Outlook.objects.published().filter(occupation__level=Occupation.Level.TOTAL).with_words()
    growth = (figure for row in rows if (figure := row.figure("growth_percent")))
    return {(figure.publisher, figure.period): figure for figure in growth if figure.value is not None}
