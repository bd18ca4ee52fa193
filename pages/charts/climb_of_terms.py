"""The sum of a readiness score as a climb: a step for each term, as wide as its weight. Pure: no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from explore.readiness.judging import Judged, Readiness
from pages.charts.scale import Scale

LEFT, RIGHT = 6, 92  # per cent
TOP, BOTTOM = 20, 220  # pixels
TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Step:
    """A term as it is drawn: from `x` over `width` per cent; `y` is the certain sum so far, `top` the most."""

    judged: Judged
    x: float
    width: float
    y: float
    top: float
    before: float

    @property
    def end(self) -> float:
        """Its right edge."""
        return round(self.x + self.width, 2)

    @property
    def gap(self) -> float:
        """The height between the certain sum and the most."""
        return round(self.y - self.top, 2)


@dataclass(frozen=True, slots=True)
class Climb:
    """The drawing, and its description in words."""

    steps: list[Step]
    ticks: list[tuple[int, float]]
    description: str
    bottom: int = BOTTOM

    @property
    def height(self) -> int:
        """The drawing's height in pixels."""
        return BOTTOM + 24


def draw_climb(readiness: Readiness) -> Climb | None:
    """Draw the sum; None where nothing is asked."""
    if not readiness.whole:
        return None
    across = Scale(0, float(readiness.whole), LEFT, RIGHT)
    up = Scale(0, float(readiness.whole), BOTTOM, TOP)
    of_hundred = Scale(0, 100, BOTTOM, TOP)
    said = (
        f"{readiness.score_low} of 100 points are certain, {readiness.score_high} possible, in {len(readiness.judged)}"
    )
    return Climb(
        list(_steps(readiness.judged, across, up)),
        [(tick, of_hundred(tick)) for tick in TICKS],
        f"{said} terms. The table below holds each.",
    )


def _steps(judged: Sequence[Judged], across, up):
    width = low = high = Decimal(0)
    for each in judged:
        x, before = across(width), up(low)
        width, low, high = width + each.term.weight.value, low + each.low, high + each.high
        yield Step(each, x, round(across(width) - x, 2), up(low), up(high), before)
