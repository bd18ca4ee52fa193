"""The official figures by which claims are checked, by publisher and by the group that a career is counted in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from careers.models import Crosswalk, Occupation, Outlook
from facts.figure import Figure, Named
from facts.kinds import record_kinds
from facts.measures import Quantity
from facts.models import Release, Source
from facts.periods import Period


@dataclass(frozen=True, slots=True)
class OfficialAnswers:
    """What one publisher gives of one quantity for the group of one match, the latest first.

    `counted` are figures of groups in which the jobs are counted: the group itself, and a code that it came from
    where it came from that code alone. `comparable` are those of the same jobs: the group itself, and a code that a
    crosswalk carries over whole. Figures that are withheld or not published are among them.
    """

    counted: Sequence[Figure] = ()
    comparable: Sequence[Figure] = ()


@dataclass(frozen=True, slots=True)
class _Codes:
    counted: list[int] = field(default_factory=list)
    comparable: list[int] = field(default_factory=list)


class OfficialFigures:
    """The official figures at hand for some occupations."""

    def __init__(self, occupations: Iterable[int]):
        """Read the national figures of the occupations (primary keys): four queries, and one for each kind."""
        self._codes = _codes_of({*occupations})
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        self._sources: dict[tuple[str, Quantity], Named] = {}
        for kind in record_kinds():
            for row in kind.record({code for codes in self._codes.values() for code in codes.counted}):  # type: ignore[misc]
                self._add(row)
        self._averages = _averages()
        self._releases = list(Release.objects.ready().select_related("source").defer("report"))

    def _add(self, row) -> None:
        for figure in row.figures():
            self.figures[row.occupation_id].append(figure)
            self._sources.setdefault((figure.publisher, figure.quantity), figure.source)

    def answers(self, occupation: int, publisher: str, quantity: Quantity) -> OfficialAnswers:
        """What the publisher gives of the quantity for the occupation (a primary key)."""
        codes = self._codes.get(occupation, _Codes())
        return OfficialAnswers(*(self._of(of, publisher, quantity) for of in (codes.counted, codes.comparable)))

    def _of(self, codes, publisher, quantity) -> list[Figure]:
        found = [f for code in codes for f in self.figures[code] if (f.publisher, f.quantity) == (publisher, quantity)]
        return sorted(found, key=lambda f: f.period.start, reverse=True)

    def average(self, official: Figure) -> Figure | None:
        """The growth of all occupations together in the release of a projection; None where it is not here."""
        return self._averages.get((official.publisher, official.period))

    def source_of(self, publisher: str, quantity: Quantity) -> str:
        """The name of the publisher's source of the quantity; the publisher's own where it is not here."""
        source = self._sources.get((publisher, quantity))
        return source.name if source else publisher

    def release_for(self, publisher: str, quantity: Quantity, period: Period) -> Release | None:
        """The loaded release of the publisher's source of the quantity for `period`; None where none is."""
        source = self._sources.get((publisher, quantity))
        own = (release for release in self._releases if source and release.source.slug == source.code)
        return next((release for release in own if _is_for(release, quantity, period)), None)


def is_within(period: Period, whole: Period, quantity: Quantity) -> bool:
    """Whether the record's `period` is that of a claim: "2015" is the May of 2015 for pay, and no other years else."""
    if not (period.is_stated and whole.is_stated):
        return False
    if quantity is Quantity.PAY:
        return whole.start <= period.start and period.end <= whole.end
    return period == whole


def official_publishers() -> dict[str, str]:
    """The official publisher behind each name that a guide may credit, in lower case."""
    named = {}
    for source in Source.objects.official():
        named |= {name.casefold(): source.publisher for name in (source.publisher, *source.also_called)}
    return named


def _is_for(release, quantity, period) -> bool:
    return is_within(Period(release.period_start, release.period_end), period, quantity)


def _codes_of(occupations) -> dict[int, _Codes]:
    codes = {pk: _Codes([pk], [pk]) for pk in occupations}
    for (to, _), formers in _predecessors(occupations).items():
        if len(formers) == 1:
            codes[to].counted.extend(formers)
        codes[to].comparable.extend(pk for pk, is_whole in formers.items() if is_whole)
    return codes


def _predecessors(occupations) -> dict[tuple[int, str], dict[int, bool]]:
    """By occupation and older scheme: the codes that it came from, and whether each was carried over whole."""
    pairs = Crosswalk.objects.published().with_wholeness().filter(to_occupation__in=occupations).order_by("pk")
    columns = ("to_occupation", "from_occupation__scheme", "from_occupation", "is_whole")
    found: dict[tuple[int, str], dict[int, bool]] = defaultdict(dict)
    for to, scheme, former, is_whole in pairs.values_list(*columns):
        found[to, scheme][former] = is_whole
    return found


def _averages() -> dict[tuple[str, Period], Figure]:
    """By publisher and period, how all occupations together grow."""
    rows = Outlook.objects.published().filter(occupation__level=Occupation.Level.TOTAL).with_words()
    growth = (figure for row in rows if (figure := row.figure("growth_percent")))
    return {(figure.publisher, figure.period): figure for figure in growth if figure.value is not None}
