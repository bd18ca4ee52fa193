"""Months across, cost up, each way a lettered box."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase
from typing import cast

from facts.figure import Figure
from facts.marks import Mark
from pages.charts.labels import LAPTOP, cut, short_money
from pages.charts.ladder import Tick
from pages.charts.scale import LinearScale, round_bounds, round_step, ticks

LEFT, RIGHT = 9, 98  # per cent
TOP, BOTTOM = 48, 300  # pixels
STRIP = 30  # the height of a row on the strip of ways without a cost
STRIP_TOP = BOTTOM + 76
LID = 28  # how far an open top reaches above the box
ROOM_FOR_A_LETTER = 34
ROOM_FOR_A_NAME = 60  # per cent
BEFORE_A_NAME = 5  # per cent, for the letter and the gap before it
LEAST_WIDTH, LEAST_HEIGHT = 0.8, 6  # a single number still shows


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    length: Figure | None
    cost: Figure | None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """x in percent, y in pixels. On the strip it has neither cost nor height."""

    letter: str
    way: Way
    x: float
    width: float
    y: float = 0
    height: float = 0
    is_open: bool = False

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def floor(self) -> float:
        return round(self.y + self.height, 2)

    @property
    def tip(self) -> str:
        return f"{self.letter} {self.way.name}: {_told(self.way)}"

    @property
    def is_point(self) -> bool:
        return self.width == LEAST_WIDTH

    @property
    def runs_left(self) -> bool:
        """Its name stands to the left, for want of room."""
        return self.end > ROOM_FOR_A_NAME

    @property
    def name(self) -> str:
        """Cut to its room; a phone shows the letter alone."""
        beside = self.x if self.runs_left else 100 - self.end
        return cut(self.way.name, (100 - self.x if self.height else beside) - BEFORE_A_NAME, LAPTOP)

    @property
    def has_room(self) -> bool:
        return self.height >= ROOM_FOR_A_LETTER

    @property
    def label_y(self) -> float:
        return round(self.y + 24 if self.has_room else self.y - 8, 2)

    @property
    def lid(self) -> float:
        return max(self.y - LID, 0)


@dataclass(frozen=True, slots=True)
class WaysChart:
    boxes: list[Box]
    strip: list[Box]
    cost_ticks: list[Tick]
    month_ticks: list[Tick]
    left: int = LEFT
    bottom: int = BOTTOM
    strip_top: int = STRIP_TOP

    @property
    def height(self) -> int:
        return STRIP_TOP + STRIP * len(self.strip) if self.strip else BOTTOM + 40

    @property
    def finding(self) -> str:
        """ "Shortest: Certificate (6 to 18 months). Lowest cost: Certificate ($2,000 to $10,000)." """
        quick = min((*self.boxes, *self.strip), key=lambda box: _ends(cast(Figure, box.way.length)))
        cheap = min(self.boxes, key=lambda box: _ends(cast(Figure, box.way.cost)))
        lead = f"Shortest: {quick.way.name} ({quick.way.length.value_text})." if quick.way.length else ""
        return f"{lead} Lowest cost: {cheap.way.name} ({cheap.way.cost.value_text})." if cheap.way.cost else lead

    @property
    def publishers(self) -> str:
        lengths = (box.way.length for box in (*self.boxes, *self.strip))
        return " and ".join(dict.fromkeys(length.publisher for length in lengths if length))

    @property
    def description(self) -> str:
        said = [f"{box.letter}, {box.way.name}: {_told(box.way)}" for box in (*self.boxes, *self.strip)]
        return f"{'; '.join(said)}. The table below holds the same figures."


def letters(ways: list[Way]) -> dict[str, str]:
    """By key, in order; numbers past Z."""
    return {way.key: ascii_uppercase[n] if n < 26 else str(n + 1) for n, way in enumerate(ways)}


def draw_ways(ways: list[Way]) -> WaysChart | None:
    """None where none has both a length and a cost: a table says it better."""
    timed = [way for way in ways if way.length and not way.length.is_missing]
    costs = {way.key: way.cost for way in timed if way.cost and not way.cost.is_missing}
    if not costs:
        return None
    unit = next(iter(costs.values())).unit
    priced = [way for way in timed if way.key in costs and costs[way.key].unit == unit]
    named = letters(ways)
    longest, dearest = _most(way.length for way in timed if way.length), _most(costs[way.key] for way in priced)
    months = float(round_bounds(0, float(longest), 12)[1])
    step = round_step(float(dearest) or 1.0, at_most=5)
    across, up = (
        LinearScale(0, months, LEFT, RIGHT),
        LinearScale(0, round_bounds(0, float(dearest), step)[1], BOTTOM, TOP),
    )
    strip = [way for way in timed if way not in priced]
    return WaysChart(
        boxes=[_box(named[way.key], way, across, up) for way in priced],
        strip=[_on_strip(named[way.key], way, across, row) for row, way in enumerate(strip)],
        cost_ticks=[Tick(up(n), short_money(n, unit.name)) for n in ticks(0, up.high, step)],
        month_ticks=[Tick(across(n), f"{n:g}") for n in ticks(0, months, _month_step(months))],
    )


def _month_step(months: float) -> int:
    return next((step for step in (1, 2, 3, 6, 12, 24) if months / step <= 6), 48)


def _most(figures: Iterable[Figure]) -> Decimal:
    return max(n for figure in figures for n in (figure.value, figure.low, figure.high) if n is not None)


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    if figure.value is not None:
        return figure.value, figure.value
    low = Decimal(0) if figure.low is None else figure.low
    return low, low if figure.high is None else figure.high


def _span(figure: Figure, across: LinearScale) -> tuple[float, float]:
    low, high = _ends(figure)
    return across(low), max(round(across(high) - across(low), 2), LEAST_WIDTH)


def _box(letter: str, way: Way, across: LinearScale, up: LinearScale) -> Box:
    length, cost = cast(Figure, way.length), cast(Figure, way.cost)  # no other way has a box
    x, width = _span(length, across)
    cheap, dear = _ends(cost)
    height = max(round(up(cheap) - up(dear), 2), LEAST_HEIGHT)
    is_open = Mark.OPEN_ENDED in cost.marks
    return Box(letter, way, x, width, round(up(cheap) - height, 2), height, is_open)


def _on_strip(letter: str, way: Way, across: LinearScale, row: int) -> Box:
    x, width = _span(cast(Figure, way.length), across)
    return Box(letter, way, x, width, y=STRIP_TOP + STRIP * row)


def _told(way: Way) -> str:
    return ", ".join(figure.value_text for figure in (way.length, way.cost) if figure)
