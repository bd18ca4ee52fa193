from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facts.figure import Figure
from facts.measures import PERCENTILES, Measure
from pages.charts.labels import short_money
from pages.charts.scale import LinearScale, round_bounds, round_step, ticks

LEFT, RIGHT = 2, 98  # per cent
EDGE = 12  # per cent from either end: a label there starts or ends at its mark instead of standing in the middle

NAMES = {
    Measure.P10: "10th",
    Measure.P25: "25th",
    Measure.MEDIAN: "Median",
    Measure.P75: "75th",
    Measure.P90: "90th",
    Measure.MEAN: "Mean",
}
SHARES = {
    Measure.P10: "One in ten earns less than",
    Measure.P25: "One in four earns less than",
    Measure.MEDIAN: "Half earn less than",
    Measure.P75: "One in four earns more than",
    Measure.P90: "One in ten earns more than",
    Measure.MEAN: "The average is",
}
#: Where a label's name and value stand, so that neighbours never share a line: y in pixels.
ROWS = {
    Measure.MEDIAN: (13, 35),
    Measure.P25: (58, 76),
    Measure.P75: (58, 76),
    Measure.P10: (160, 142),
    Measure.P90: (160, 142),
    Measure.MEAN: (202, 184),
}
IN_ORDER = (*PERCENTILES, Measure.MEAN)


@dataclass(frozen=True, slots=True)
class PercentilePoint:
    """x in percent, the label's two lines in pixels."""

    figure: Figure
    at: float
    name_y: int
    value_y: int

    @property
    def name(self) -> str:
        return NAMES[self.figure.measure]

    @property
    def is_mean(self) -> bool:
        return self.figure.measure == Measure.MEAN

    @property
    def is_median(self) -> bool:
        return self.figure.measure == Measure.MEDIAN

    @property
    def value(self) -> str:
        """A plus stands for "or more"."""
        text = self.figure.unit.format(self.figure.known_value)
        return f"{text}+" if self.figure.is_at_least else text

    @property
    def sentence(self) -> str:
        """ "One in ten earns more than $80,950." """
        text = self.figure.unit.say(self.figure.known_value)
        if self.figure.is_at_least:
            return f"{self.figure.measure_text}: {text} or more."
        return f"{SHARES[self.figure.measure]} {text}."

    @property
    def anchor(self) -> str:
        if self.at < EDGE:
            return ""
        return "end" if self.at > 100 - EDGE else "mid"


@dataclass(frozen=True, slots=True)
class Band:
    """In percent."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Percentiles:
    """`outer` is the middle 80%, `inner` the middle 50%; None where an end is missing."""

    points: list[PercentilePoint]
    outer: Band | None
    inner: Band | None
    ticks: list[tuple[float, str]]

    @property
    def lead(self) -> Figure:
        return self.points[0].figure

    @property
    def finding(self) -> str:
        """ "Half earn between $38,000 and $65,000. One in ten earns more than $80,950." """
        points = {point.figure.measure: point for point in self.points}
        low, high = points.get(Measure.P25), points.get(Measure.P75)
        if low and high:
            first = [f"Half earn between {low.figure.value_text} and {high.figure.value_text}."]
        else:
            first = [points[Measure.MEDIAN].sentence] if Measure.MEDIAN in points else []
        last = [points[Measure.P90].sentence] if Measure.P90 in points else []
        return " ".join([*first, *last])

    @property
    def mean_beside_median(self) -> str:
        """ "" where one is missing or a bound, or they are equal."""
        by_measure = {point.figure.measure: point.figure for point in self.points}
        mean, median = by_measure.get(Measure.MEAN), by_measure.get(Measure.MEDIAN)
        if mean is None or median is None or mean.is_at_least or median.is_at_least or mean.value == median.value:
            return ""
        above = mean.known_value > median.known_value
        return (
            f"The mean (average) is {'above' if above else 'below'} the median: "
            f"{'high' if above else 'low'} pay pulls it {'up' if above else 'down'}."
        )

    @property
    def description(self) -> str:
        said = "; ".join(f"{point.figure.measure.label} {point.figure.value_text}" for point in self.points)
        return f"The spread of pay: {said}. The table below holds the same figures."


def draw_percentiles(figures: Iterable[Figure]) -> Percentiles | None:
    """Yearly pay; None for fewer than three measures with a number."""
    drawn = {f.measure: f for f in figures if f.unit.per == "year" and f.value is not None and f.measure in ROWS}
    if len(drawn) < 3:
        return None
    amounts = [float(figure.known_value) for figure in drawn.values()]
    step = round_step(max(amounts) - min(amounts) or 1.0, at_most=5)
    low, high = round_bounds(min(amounts), max(amounts), step)
    across = LinearScale(low, high, LEFT, RIGHT)
    currency = next(iter(drawn.values())).unit.name
    return Percentiles(
        points=[PercentilePoint(drawn[m], across(drawn[m].known_value), *ROWS[m]) for m in IN_ORDER if m in drawn],
        outer=_band(drawn, Measure.P10, Measure.P90, across),
        inner=_band(drawn, Measure.P25, Measure.P75, across),
        ticks=[(across(amount), short_money(amount, currency)) for amount in ticks(low, high, step)],
    )


def _band(drawn: Mapping[Measure, Figure], low: Measure, high: Measure, across: LinearScale) -> Band | None:
    if low not in drawn or high not in drawn:
        return None
    start = across(drawn[low].known_value)
    return Band(start, round(across(drawn[high].known_value) - start, 2))
