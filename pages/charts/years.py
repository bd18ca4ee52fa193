from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explore.jobs.gaps import in_runs
from explore.jobs.record import Cell
from facts.figure import Figure
from facts.measures import Measure
from pages.charts.labels import short_money
from pages.charts.scale import LinearScale, round_bounds, round_step, ticks

LEFT, RIGHT = 11, 100  # per cent: the axis' labels stand left of the first column
TOP, BOTTOM = 40, 300  # pixels
BREAK = 0.7  # a break is as wide as so many columns
MOST_LABELLED = 6  # with more columns than that, values stand in the table alone


@dataclass(frozen=True, slots=True)
class Column:
    """x in percent, y in pixels."""

    cell: Cell
    median: Figure
    x: float
    y: float
    outer: tuple[float, float] | None
    inner: tuple[float, float] | None

    real_y: float | None = None
    left: float = 0
    width: float = 0

    @property
    def year(self) -> int:
        return self.cell.year

    @property
    def tip(self) -> str:
        """ "2022: $81,220, $89,300 in today’s money"."""
        real = f", {self.cell.real.value_text} in today’s money" if self.cell.real and self.real_y is not None else ""
        return f"{self.year}: {self.median.value_text}{real}"


@dataclass(frozen=True, slots=True)
class Segment:
    code: str
    scheme: str
    middle: float


@dataclass(frozen=True, slots=True)
class Break:
    """Where other jobs begin to be counted; x and width in percent."""

    x: float
    width: float
    before: str
    after: str
    year_before: int
    year_after: int


@dataclass(frozen=True, slots=True)
class Years:
    columns: list[Column]
    joins: list[tuple[Column, Column]]
    breaks: list[Break]
    segments: list[Segment]
    ticks: list[tuple[float, str]]
    surveyed: frozenset[int]
    several: frozenset[int] = frozenset()
    bottom: int = BOTTOM
    top: int = TOP

    @property
    def codes_y(self) -> int:
        """Where codes stand, beneath the values if there are any."""
        return self.bottom + (88 if self.is_labelled else 50)

    @property
    def tip_y(self) -> int:
        return self.codes_y + 42 if self.breaks else self.codes_y

    @property
    def height(self) -> int:
        return self.tip_y + 8

    @property
    def in_money_of(self) -> str:
        """ "May 2025": the money that the rings are in, or ""."""
        return self.columns[-1].cell.release.name if any(column.real_y for column in self.columns) else ""

    @property
    def is_labelled(self) -> bool:
        return len(self.columns) <= MOST_LABELLED

    @property
    def is_crowded(self) -> bool:
        """A phone has no room for every year's label."""
        return len(self.columns) > MOST_LABELLED

    @property
    def not_loaded(self) -> str:
        """Years whose survey is not on this site: "2016 to 2021"."""
        return in_runs([year for year in self._missing if year not in self.surveyed])

    @property
    def under_other_codes(self) -> str:
        """Years whose survey has no pay under these codes."""
        return in_runs([year for year in self._missing if year in self.surveyed])

    @property
    def under_several_codes(self) -> str:
        """Years in which several codes each counted some of these jobs."""
        return in_runs(sorted(self.several))

    @property
    def _missing(self) -> list[int]:
        years = {column.year for column in self.columns} | self.several
        return [year for year in range(min(years), max(years)) if year not in years]

    @property
    def description(self) -> str:
        said = "; ".join(f"{c.year}, {c.cell.code}, {c.median.value_text}" for c in self.columns)
        return f"Median pay: {said}. The table below holds the same figures."


def draw_years(
    cells: Sequence[Cell], breaks: Collection[tuple[int, int]] = (), surveyed: frozenset[int] = frozenset()
) -> Years | None:
    """Medians of `cells`, oldest first, of years that have one code; None for fewer than two.

    `breaks` are pairs of years between which other jobs begin to be counted, `surveyed` the years of surveys on this
    site.
    """
    paid = [(cell, median) for cell in cells if (median := cell.figure("annual_median")) and median.value is not None]
    several = _years_of_several_codes([cell for cell, _ in paid])
    paid = [(cell, median) for cell, median in paid if cell.year not in several]
    if len(paid) < 2:
        return None
    ends = [(cell.figure("annual_p90"), cell.real, median) for cell, median in paid]
    most = max(float(figure.value) for pair in ends for figure in pair if figure and figure.value is not None)
    step = round_step(most, at_most=5)
    _, high = round_bounds(0, most, step)
    up = LinearScale(0, high, BOTTOM, TOP)
    places, gaps = _places([cell for cell, _ in paid], breaks)
    slot = 2 * (places[0] - LEFT)
    columns = [_column(cell, median, x, up, slot) for (cell, median), x in zip(paid, places, strict=True)]
    return Years(
        columns=columns,
        joins=[(one, other) for one, other in pairwise(columns) if _follows(one, other, breaks)],
        breaks=gaps,
        segments=_segments(columns),
        surveyed=surveyed,
        several=several,
        ticks=[(up(amount), short_money(amount, paid[0][1].unit.name)) for amount in ticks(0, high, step)],
    )


def _years_of_several_codes(cells: Sequence[Cell]) -> frozenset[int]:
    counts = Counter(year for year, _ in {(cell.year, cell.code) for cell in cells})
    return frozenset(year for year, count in counts.items() if count > 1)


def _places(cells: Sequence[Cell], breaks: Collection[tuple[int, int]]) -> tuple[list[float], list[Break]]:
    pairs = list(pairwise(cells))
    changes = [not _count_the_same(one, other, breaks) for one, other in pairs]
    slot = (RIGHT - LEFT) / (len(cells) + BREAK * sum(changes))
    places, found, at = [round(LEFT + slot / 2, 2)], [], LEFT + slot
    for (one, other), is_changed in zip(pairs, changes, strict=True):
        if is_changed:
            found.append(_break(at, BREAK * slot, one, other))
            at += BREAK * slot
        places.append(round(at + slot / 2, 2))
        at += slot
    return places, found


def _break(x: float, width: float, one: Cell, other: Cell) -> Break:
    return Break(round(x, 2), round(width, 2), one.code, other.code, one.year, other.year)


def _count_the_same(one: Cell, other: Cell, breaks: Collection[tuple[int, int]]) -> bool:
    return one.occupation == other.occupation or not any(one.year <= before < other.year for before, _ in breaks)


def _column(cell: Cell, median: Figure, x: float, up: LinearScale, slot: float) -> Column:
    pay = {figure.measure: figure.value for figure in cell.figures if figure.unit == median.unit}

    def ends(low: Measure, high: Measure) -> tuple[float, float] | None:
        lowest, highest = pay.get(low), pay.get(high)
        return None if lowest is None or highest is None else (up(lowest), up(highest))

    return Column(
        cell,
        median,
        x,
        up(median.known_value),
        ends(Measure.P10, Measure.P90),
        ends(Measure.P25, Measure.P75),
        real_y=up(cell.real.value) if cell.real and cell.real.value is not None else None,
        left=round(x - slot / 2, 2),
        width=round(slot, 2),
    )


def _follows(one: Column, other: Column, breaks: Collection[tuple[int, int]]) -> bool:
    """The same jobs, one year after the other."""
    return _count_the_same(one.cell, other.cell, breaks) and other.year - one.year == 1


def _segments(columns: Sequence[Column]) -> list[Segment]:
    found: dict[str, list[Column]] = {}
    for column in columns:
        found.setdefault(column.cell.occupation.code, []).append(column)
    return [_segment(of_code) for of_code in found.values()]


def _segment(columns: Sequence[Column]) -> Segment:
    middle = round((columns[0].x + columns[-1].x) / 2, 2)
    return Segment(columns[0].cell.code, columns[0].cell.scheme_name, middle)
