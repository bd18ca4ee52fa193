"""Pay over the years: medians joined only within one code, a gap where the code changed. Pure but for its wages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from facts.figure import Figure
from facts.measures import Measure
from pages.charts.labels import short_money
from pages.charts.scale import Scale, round_bounds, round_step, ticks
from salaries.models import Wage

LEFT, RIGHT = 11, 100  # per cent: the axis' labels stand left of the first column
TOP, BOTTOM = 40, 300  # pixels
BREAK = 0.7  # a break is as wide as so many columns
MOST_LABELLED = 6  # with more columns than that, values stand in the table alone


@dataclass(frozen=True, slots=True)
class Column:
    """One release's pay for one code: x in per cent, y in pixels."""

    wage: Wage
    median: Figure
    x: float
    y: float
    outer: tuple[float, float] | None
    inner: tuple[float, float] | None

    @property
    def year(self) -> int:
        """The year measured."""
        return self.wage.release.period_end.year


@dataclass(frozen=True, slots=True)
class Segment:
    """Columns of one code, and where its name stands."""

    code: str
    scheme: str
    middle: float


@dataclass(frozen=True, slots=True)
class Years:
    """The drawing: columns, the lines that join them, the gaps where the code changed."""

    columns: list[Column]
    joins: list[tuple[Column, Column]]
    breaks: list[tuple[float, float]]
    segments: list[Segment]
    ticks: list[tuple[float, str]]
    bottom: int = BOTTOM
    top: int = TOP

    @property
    def is_labelled(self) -> bool:
        """Whether there is room for every value."""
        return len(self.columns) <= MOST_LABELLED

    @property
    def left_out(self) -> str:
        """The years between the first and the last that have no column: "2016 to 2021"; "" where there are none."""
        years = [column.year for column in self.columns]
        missing = [year for year in range(min(years), max(years)) if year not in years]
        return ", ".join(_runs(missing))

    @property
    def description(self) -> str:
        """The drawing in words."""
        said = "; ".join(f"{c.year}, {c.wage.occupation.code}, {c.median.value_text}" for c in self.columns)
        return f"Median pay: {said}. The table above holds the same figures."


def draw_years(wages: Sequence[Wage]) -> Years | None:
    """Draw the yearly medians of `wages`, the oldest first; None where fewer than two have one."""
    paid = [(wage, median) for wage in wages if (median := wage.figure("annual_median")) and median.value is not None]
    paid = [(wage, median) for wage, median in paid if wage.release.period_end]
    if len(paid) < 2:
        return None
    most = max(float(n) for wage, median in paid for n in (wage.annual_p90, median.value) if n is not None)
    step = round_step(most, at_most=5)
    _, high = round_bounds(0, most, step)
    up = Scale(0, high, BOTTOM, TOP)
    places, breaks = _places([wage for wage, _ in paid])
    columns = [_column(wage, median, x, up) for (wage, median), x in zip(paid, places, strict=True)]
    return Years(
        columns=columns,
        joins=[(one, other) for one, other in pairwise(columns) if _follows(one, other)],
        breaks=breaks,
        segments=_segments(columns),
        ticks=[(up(amount), short_money(amount, paid[0][1].unit.name)) for amount in ticks(0, high, step)],
    )


def _places(wages) -> tuple[list[float], list[tuple[float, float]]]:
    """Where the columns stand and where the code changes, in per cent."""
    changes = [one.occupation_id != other.occupation_id for one, other in pairwise(wages)]
    slot = (RIGHT - LEFT) / (len(wages) + BREAK * sum(changes))
    places, breaks, at = [], [], float(LEFT)
    for changed in [False, *changes]:
        if changed:
            breaks.append((round(at, 2), round(BREAK * slot, 2)))
            at += BREAK * slot
        places.append(round(at + slot / 2, 2))
        at += slot
    return places, breaks


def _column(wage, median, x, up) -> Column:
    pay = {figure.measure: figure.value for figure in wage.figures() if figure.unit == median.unit}

    def ends(low, high):
        both = pay.get(low), pay.get(high)
        return None if None in both else (up(both[0]), up(both[1]))

    return Column(wage, median, x, up(median.value), ends(Measure.P10, Measure.P90), ends(Measure.P25, Measure.P75))


def _follows(one: Column, other: Column) -> bool:
    """Whether two columns may be joined: one code, one year after the other."""
    return one.wage.occupation_id == other.wage.occupation_id and other.year - one.year == 1


def _segments(columns) -> list[Segment]:
    found: dict[int, list[Column]] = {}
    for column in columns:
        found.setdefault(column.wage.occupation_id, []).append(column)
    return [_segment(of_code) for of_code in found.values()]


def _segment(columns) -> Segment:
    occupation = columns[0].wage.occupation
    middle = round((columns[0].x + columns[-1].x) / 2, 2)
    return Segment(occupation.code, occupation.get_scheme_display(), middle)


def _runs(years: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
