"""One row a source, every figure of one unit on one axis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from facts.figure import RECORD, Figure
from facts.marks import Mark
from facts.measures import Measure
from facts.units import Unit
from pages.charts.labels import short_money
from pages.charts.scale import LinearScale, round_bounds, round_step, ticks

LEFT, RIGHT = 2, 98  # per cent: room for a diamond at either end
LEAST_SHARE = Decimal("0.4")  # a row that leaves the others less of the axis is told in words and not drawn,
FAR_ABOVE = 2  # if it is also more than so many times the next: near amounts stand side by side, however alike the rest


@dataclass(frozen=True, slots=True)
class PayRow:
    """`told` and `url` replace the first figure's value and page in a row that sums up several statements."""

    label: str
    note: str
    figures: tuple[Figure, ...]
    doubt: str = ""
    doubt_url: str = ""
    told: str = ""
    url: str = ""

    @property
    def lead(self) -> Figure:
        return self.figures[0]

    @property
    def is_record(self) -> bool:
        return self.lead.standing == RECORD

    def numbers(self) -> list[Decimal]:
        """In the unit of the first figure."""
        alike = (figure for figure in self.figures if figure.unit == self.lead.unit)
        return [n for figure in alike for n in (figure.value, figure.low, figure.high) if n is not None]


@dataclass(frozen=True, slots=True)
class PayGroup:
    title: str
    rows: list[PayRow]


@dataclass(frozen=True, slots=True)
class Track:
    """x in percent as SVG writes it; "" for what is not there."""

    row: PayRow
    drawn: bool = True
    wide: tuple[str, str] | None = None
    middle: tuple[str, str] | None = None
    range: tuple[str, str] | None = None
    range_is_open: bool = False
    medians: tuple[str, ...] = ()
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PayPlot:
    unit: Unit
    groups: list[tuple[PayGroup, list[Track]]]
    ticks: list[tuple[str, str]]
    key: frozenset[str] = field(default_factory=frozenset)

    @property
    def finding(self) -> str:
        """ "Guides name pay from $38,000 to $105,000. The official median is $50,250." """
        rows = [track.row for track in self.tracks if track.drawn]
        claims = [number for row in rows if not row.is_record for number in row.numbers()]
        official = [row.lead for row in rows if row.is_record and row.lead.measure == Measure.MEDIAN]
        ends = [self.unit.format(number) for number in (min(claims), max(claims))] if claims else []
        found = [f"Guides name pay from {' to '.join(ends)}."] if ends else []
        found += [f"The official median is {official[0].value_text}."] if official else []
        return " ".join(found)

    @property
    def tracks(self) -> list[Track]:
        return [track for _, tracks in self.groups for track in tracks]


def draw_pay(groups: Iterable[PayGroup], *, squeezed: bool = False) -> PayPlot | None:
    """Draws the most common unit; rows of others are told in words. None without numbers.

    So is a value that would squeeze all others, unless `squeezed`.
    """
    groups = [group for group in groups if group.rows]
    units = [row.lead.unit for group in groups for row in group.rows if row.numbers()]
    if not units:
        return None
    unit = max(units, key=units.count)
    axis = _Axis(unit, [row for group in groups for row in group.rows if row.lead.unit == unit and row.numbers()])
    drawn = [(group, [axis.track(row) for row in group.rows]) for group in groups]
    return PayPlot(unit, drawn, axis.ticks(), _key(track for _, tracks in drawn for track in tracks))


class _Axis:
    def __init__(self, unit: Unit, rows: list[PayRow]):
        self.unit = unit
        self.rows = _that_fit(sorted(rows, key=_reach))
        numbers = [number for row in self.rows for number in row.numbers()]
        low, high = float(min(numbers)), float(max(numbers))
        self.step = round_step(max(high - low, high / 10, 1.0))
        self.low, self.high = round_bounds(low, high, self.step)
        self.scale = LinearScale(self.low, self.high, LEFT, RIGHT)

    def ticks(self) -> list[tuple[str, str]]:
        amounts = ticks(self.low, self.high, self.step)
        return [(self.scale.per_cent(amount), short_money(amount, self.unit.name)) for amount in amounts]

    def track(self, row: PayRow) -> Track:
        if row not in self.rows:
            return Track(row, drawn=False)
        by_measure = _by_measure(row.figures)
        ranged = next((figure for figure in row.figures if figure.is_range), None)
        return Track(
            row,
            wide=self._ends(by_measure, Measure.P10, Measure.P90),
            middle=self._ends(by_measure, Measure.P25, Measure.P75),
            range=self._range(ranged),
            range_is_open=ranged is not None and Mark.OPEN_ENDED in ranged.marks,
            medians=self._places(by_measure, Measure.MEDIAN),
            means=self._places(by_measure, Measure.MEAN),
        )

    def _ends(
        self, by_measure: Mapping[Measure, Sequence[Figure]], low: Measure, high: Measure
    ) -> tuple[str, str] | None:
        lows, highs = self._places(by_measure, low), self._places(by_measure, high)
        return (lows[0], highs[0]) if lows and highs else None

    def _range(self, figure: Figure | None) -> tuple[str, str] | None:
        if figure is None:
            return None
        low = self.low if figure.low is None else figure.low
        high = self.high if figure.high is None else figure.high
        return self.scale.per_cent(low), self.scale.per_cent(high)

    def _places(self, by_measure: Mapping[Measure, Sequence[Figure]], measure: Measure) -> tuple[str, ...]:
        return tuple(self.scale.per_cent(figure.known_value) for figure in by_measure.get(measure, ()))


def _reach(row: PayRow) -> Decimal:
    """Of the first figure alone: what follows may stretch the axis."""
    lead = row.lead
    return max((n for n in (lead.value, lead.low, lead.high) if n is not None), default=Decimal(0))


def _that_fit(rows: list[PayRow]) -> list[PayRow]:
    """`rows` sorted by reach, without those at the end that would squeeze two or more others."""
    while len(rows) > 2 and _squeezes(*(_reach(row) for row in (rows[0], rows[-2], rows[-1]))):
        rows = rows[:-1]
    return rows


def _squeezes(low: Decimal, next_highest: Decimal, highest: Decimal) -> bool:
    return highest > FAR_ABOVE * next_highest and next_highest - low < LEAST_SHARE * (highest - low)


def _by_measure(figures: Iterable[Figure]) -> Mapping[Measure, list[Figure]]:
    found: dict[Measure, list[Figure]] = {}
    for figure in figures:
        if figure.value is not None:
            found.setdefault(figure.measure, []).append(figure)
    return found


def _key(tracks: Iterable[Track]) -> frozenset[str]:
    """Signs that are drawn."""
    signs = set()
    for track in tracks:
        standing = "record" if track.row.is_record else "claim"
        signs |= {f"{standing}-median"} if track.medians else set()
        signs |= {f"{standing}-mean"} if track.means else set()
        signs |= {"spread"} if track.wide or track.middle else set()
        signs |= {"open" if track.range_is_open else "range"} if track.range else set()
    return frozenset(signs)
