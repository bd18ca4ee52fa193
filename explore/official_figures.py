"""Official figures that claims are checked against."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet

from careers.models import Crosswalk, Occupation, Outlook
from facts.figure import Figure
from facts.kinds import StatementKind, record_kinds
from facts.measures import Quantity
from facts.models import Release, Source
from facts.models.leaving_out import leave_out
from facts.periods import Period
from ingest.releases.registry import importers

Time = tuple[Quantity, Period]
"""What a claim is about, and for when."""


@dataclass(frozen=True, slots=True)
class OfficialAnswers:
    """In the unit and for the industry of a claim, newest first, with withheld and unpublished figures.

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
    def __init__(self, occupations: Iterable[int], times: Collection[Time] | None = None):
        """Three queries, and one for each kind. With `times`, only figures that may be for one of them."""
        self._codes = _codes_of({*occupations})
        self._releases = releases_with_kinds()
        self._answers: dict[tuple, OfficialAnswers] = {}
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        codes = {code for codes in self._codes.values() for code in codes.counted}
        for kind in record_kinds():
            for row in self._rows(kind, codes, times):
                self.figures[row.occupation_id].extend(row.figures())
        self._averages = _averages()

    def _rows(self, kind: StatementKind, codes: set[int], times: Collection[Time] | None) -> QuerySet:
        rows = kind.record_of(codes)
        if times is None or not kind.has_period_of_release:
            return rows
        own = [time for time in times if time[0] in kind.answers]
        releases = [each.pk for each in self._releases if any(_is_for(each, *time) for time in own)]
        return rows.filter(release__in=releases)

    def answers(self, occupation: int, publisher: str, claim: Figure) -> OfficialAnswers:
        about = _about(publisher, claim)
        key = (occupation, about)
        if key not in self._answers:
            codes = self._codes.get(occupation, _Codes())
            found = (self._of(of, about) for of in (codes.counted, codes.comparable))
            self._answers[key] = OfficialAnswers(*found)
        return self._answers[key]

    def _of(self, codes: Sequence[int], about: tuple) -> list[Figure]:
        found = [figure for code in codes for figure in self.figures[code] if _about(figure.publisher, figure) == about]
        return sorted(found, key=lambda figure: figure.period.first_day, reverse=True)

    def average(self, official: Figure) -> Figure | None:
        """Of all occupations in the same release."""
        return self._averages.get((official.publisher, official.period))

    def release_for(self, publisher: str, quantity: Quantity, period: Period) -> Release | None:
        kind = _kind_that_answers(quantity, period)
        own = (each for each in self._releases if each.source.publisher == publisher and kind and has_rows(each, kind))
        return next((release for release in own if _is_for(release, quantity, period)), None)


def _about(publisher: str, figure: Figure) -> tuple:
    return publisher, figure.quantity, figure.unit, figure.industry and figure.industry.code


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


def title_of_series(publisher: str, quantity: Quantity, period: Period) -> str:
    """What the publisher calls its figures of that quantity, loaded or not; its own name if no importer knows."""
    kind = _kind_that_answers(quantity, period)
    for importer in importers():
        is_of = any(kind and table.model is kind.model for table in importer.tables)
        if is_of and importer.source["publisher"] == publisher:
            return importer.source["title"]
    return publisher


def _kind_that_answers(quantity: Quantity, period: Period) -> StatementKind | None:
    """Jobs of a year are of the projections, jobs of a month of the survey."""
    kinds = [kind for kind in record_kinds() if quantity in kind.answers]
    return min(kinds, key=lambda kind: kind.has_period_of_release == period.is_whole_years, default=None)


def releases_with_kinds() -> list[Release]:
    """Those that are ready, each with whether it has rows of a kind."""
    managers = {kind.name: kind.model._default_manager for kind in record_kinds()}
    has = {f"has_{name}": Exists(rows.filter(release=OuterRef("pk"))) for name, rows in managers.items()}
    return list(leave_out(Release.objects.ready().select_related("source"), "report").annotate(**has))


def has_rows(release: Release, kind: StatementKind) -> bool:
    return getattr(release, f"has_{kind.name}")


def newest_year() -> int:
    """Of the figures that are for the time of their release."""
    kinds = [kind for kind in record_kinds() if kind.has_period_of_release]
    releases = [each for each in releases_with_kinds() if any(has_rows(each, kind) for kind in kinds)]
    return max((each.period_end.year for each in releases if each.period_end), default=0)


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
