from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from explore.readiness.judging import Judged, ReadinessResult
from pages.charts.scale import LinearScale

LEFT, RIGHT = 6, 92  # per cent
TOP, BOTTOM = 20, 260  # pixels
TICKS = (0, 25, 50, 75, 100)
LEAST_FOR_A_NUMBER, LEAST_ON_A_PHONE = 2, 5  # per cent of the width that two digits take
LEAST_APART = 20  # pixels between the two sums at the right edge


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """From `x` over `width` percent; `y` is the certain sum so far, `top` the most.

    `number` counts terms from 1, as the table does.
    """

    number: int
    judged: Judged
    x: float
    width: float
    y: float
    top: float
    before: float

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def gap(self) -> float:
        return round(self.y - self.top, 2)

    @property
    def depth(self) -> float:
        return round(BOTTOM - self.y, 2)

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def is_numbered(self) -> bool:
        return self.width >= LEAST_FOR_A_NUMBER

    @property
    def is_numbered_on_a_phone(self) -> bool:
        return self.width >= LEAST_ON_A_PHONE


@dataclass(frozen=True, slots=True)
class Climb:
    steps: list[ScoreStep]
    ticks: list[tuple[int, float]]
    sums: list[tuple[int, float]]
    description: str
    bottom: int = BOTTOM
    right: int = RIGHT

    @property
    def height(self) -> int:
        return BOTTOM + 24


def draw_climb(readiness: ReadinessResult) -> Climb | None:
    if not readiness.whole:
        return None
    across = LinearScale(0, float(readiness.whole), LEFT, RIGHT)
    up = LinearScale(0, float(readiness.whole), BOTTOM, TOP)
    of_hundred = LinearScale(0, 100, BOTTOM, TOP)
    said = (
        f"{readiness.score_low} of 100 points are certain, {readiness.score_high} possible, in {len(readiness.judged)}"
    )
    return Climb(
        list(_steps(readiness.judged, across, up)),
        [(tick, of_hundred(tick)) for tick in TICKS],
        list(_sums(readiness, of_hundred)),
        f"{said} terms. The table below holds each.",
    )


def _sums(readiness: ReadinessResult, of_hundred: Callable[[Decimal | float], float]) -> Iterator[tuple[int, float]]:
    """One where both are the same."""
    low, high = readiness.score_low or 0, readiness.score_high or 0
    yield low, of_hundred(low)
    if high != low:
        yield high, min(of_hundred(high), of_hundred(low) - LEAST_APART)


def _steps(judged: Sequence[Judged], across: LinearScale, up: LinearScale) -> Iterator[ScoreStep]:
    width = low = high = Decimal(0)
    for number, each in enumerate(judged, start=1):
        x, before = across(width), up(low)
        width, low, high = width + each.term.weight.value, low + each.low, high + each.high
        yield ScoreStep(number, each, x, round(across(width) - x, 2), up(low), up(high), before)
