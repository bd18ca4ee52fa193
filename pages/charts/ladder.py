from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Figure
from pages.charts.labels import cut, short_money, short_title
from pages.charts.scale import LinearScale, round_bounds, round_step, ticks

LEFT, RIGHT = 9, 100  # per cent
TOP, BOTTOM = 56, 408  # pixels
TREAD = 10  # a tread's thickness
HEIGHT = 440
GOES_ON = 1.5  # an open end is drawn this many times as long as the longest rung that ends
TREAD_BEFORE_DASHES = 0.6
ROOM_ON_A_PHONE = 13  # per cent


@dataclass(frozen=True, slots=True)
class LadderStep:
    """An open end of years is None."""

    title: str
    years_min: int
    years_max: int | None
    median: Figure
    mean: Figure | None = None
    range: Figure | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tread:
    """x in percent, y in pixels."""

    step: LadderStep
    label: str
    x: float
    width: float
    y: float
    middle: float
    mean_y: float | None
    low_y: float | None
    high_y: float | None
    riser_from: float | None
    dashes_from: float | None

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def solid_width(self) -> float:
        return self.width if self.dashes_from is None else round(self.dashes_from - self.x, 2)

    @property
    def has_range(self) -> bool:
        """Only with two ends; the table tells an open one."""
        return self.low_y is not None and self.high_y is not None

    @property
    def is_narrow(self) -> bool:
        return self.width < ROOM_ON_A_PHONE

    @property
    def tip(self) -> str:
        """ "Junior Keeper, 0 to 2 years: median $38,000, mean $42,000"."""
        mean = f", mean {self.step.mean.value_text}" if self.step.mean else ""
        return f"{self.step.title}, {_years(self.step)}: median {self.step.median.value_text}{mean}"

    @property
    def median_text(self) -> str:
        return short_money(self.step.median.known_value, self.step.median.unit.name)

    @property
    def mean_text(self) -> str:
        return short_money(self.step.mean.known_value, self.step.mean.unit.name) if self.step.mean else ""

    @property
    def height(self) -> float:
        return round(BOTTOM - self.y, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class LadderChart:
    treads: list[Tread]
    pay_ticks: list[Tick]
    year_ticks: list[Tick]
    career: str
    height: int = HEIGHT
    left: int = LEFT
    bottom: int = BOTTOM

    @property
    def finding(self) -> str:
        """ "Median pay goes from $38,000 at the start to $100,000 after 12 years." """
        first, last = self.treads[0].step, self.treads[-1].step
        start = f"after {first.years_min} years" if first.years_min else "at the start"
        ends = f"{first.median.value_text} {start} to {last.median.value_text} after {last.years_min} years"
        return f"Median pay goes from {ends}, by this guide."

    @property
    def has_ranges(self) -> bool:
        return any(tread.has_range for tread in self.treads)

    @property
    def has_means(self) -> bool:
        return any(tread.mean_y is not None for tread in self.treads)

    @property
    def is_open(self) -> bool:
        return any(tread.dashes_from is not None for tread in self.treads)

    @property
    def description(self) -> str:
        steps = "; ".join(f"{t.step.title}, {_years(t.step)}, {t.step.median.value_text}" for t in self.treads)
        return f"A staircase of {len(self.treads)} rungs: {steps}. The table below holds the same figures."


def draw_ladder(steps: list[LadderStep], career: str) -> LadderChart | None:
    """`steps` from the lowest; None for fewer than two, or where they span no time."""
    first, last = min((s.years_min for s in steps), default=0), _last_year(steps)
    if len(steps) < 2 or last <= first:
        return None
    across = LinearScale(first, last, LEFT, RIGHT)
    amounts = [amount for step in steps for amount in _amounts(step)]
    step_size = round_step(float(max(amounts)), at_most=6)
    _, top = round_bounds(0, float(max(amounts)), step_size)
    up = LinearScale(0, top, BOTTOM, TOP)
    currency = steps[0].median.unit.name
    return LadderChart(
        treads=_treads(steps, across, up, career),
        pay_ticks=[Tick(up(amount), short_money(amount, currency)) for amount in ticks(0, top, step_size)],
        year_ticks=[Tick(across(step.years_min), str(step.years_min)) for step in steps],
        career=career,
    )


def _amounts(step: LadderStep) -> Iterator[Decimal]:
    figures = [figure for figure in (step.median, step.mean, step.range) if figure]
    return (number for f in figures for number in (f.value, f.low, f.high) if number is not None)


def _last_year(steps: Sequence[LadderStep]) -> float:
    longest = max((step.years_max - step.years_min for step in steps if step.years_max is not None), default=2)
    goes_on = GOES_ON * max(longest, 1)
    return max((s.years_min + goes_on if s.years_max is None else s.years_max for s in steps), default=0)


def _treads(steps: Sequence[LadderStep], across: LinearScale, up: LinearScale, career: str) -> list[Tread]:
    treads: list[Tread] = []
    for step in steps:
        x, y = across(step.years_min), up(step.median.known_value)
        end = RIGHT if step.years_max is None else across(step.years_max)
        width = round(end - x, 2)
        treads.append(
            Tread(
                step=step,
                label=cut(short_title(step.title, career), RIGHT - x),
                x=x,
                width=width,
                y=y,
                middle=round(x + width / 2, 2),
                mean_y=_at(up, step.mean.value if step.mean else None),
                low_y=_at(up, step.range.low if step.range else None),
                high_y=_at(up, None if step.range is None or step.range.is_open_ended else step.range.high),
                riser_from=round(treads[-1].y + TREAD, 2) if treads else None,
                dashes_from=round(x + width * TREAD_BEFORE_DASHES, 2) if step.years_max is None else None,
            )
        )
    return treads


def _at(up: LinearScale, amount: Decimal | None) -> float | None:
    return None if amount is None else up(amount)


def _years(step: LadderStep) -> str:
    if step.years_max is None:
        return f"{step.years_min} years or more"
    return f"{step.years_min} to {step.years_max} years"
