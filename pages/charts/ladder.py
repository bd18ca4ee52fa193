"""The ladder chart: years across, pay up, a tread for each rung. Pure: no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Figure
from pages.charts.labels import cut, short_money, short_title
from pages.charts.scale import Scale, round_bounds, round_step, ticks

LEFT, RIGHT = 9, 100  # per cent
TOP, BOTTOM = 56, 408  # pixels
TREAD = 10  # a tread's thickness
HEIGHT = 440
GOES_ON = 1.5  # an open end is drawn this many times as long as the longest rung that ends
TREAD_BEFORE_DASHES = 0.6
ROOM_ON_A_PHONE = 13  # per cent


@dataclass(frozen=True, slots=True)
class Step:
    """One rung as it is paid: its title, its years (an open end is None), its median, its mean and its range."""

    title: str
    years_min: int
    years_max: int | None
    median: Figure
    mean: Figure | None = None
    range: Figure | None = None


@dataclass(frozen=True, slots=True)
class Tread:
    """One step as it is drawn; x in per cent, y in pixels."""

    step: Step
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
        """Where the tread ends."""
        return round(self.x + self.width, 2)

    @property
    def solid_width(self) -> float:
        """How much of it is drawn solid: all, unless its end is open."""
        return self.width if self.dashes_from is None else round(self.dashes_from - self.x, 2)

    @property
    def has_range(self) -> bool:
        """Whether a range with two ends stands at it; one with an open end is told by the table alone."""
        return self.low_y is not None and self.high_y is not None

    @property
    def is_narrow(self) -> bool:
        """Whether a phone has no room above it for the mean's number, which the table has too."""
        return self.width < ROOM_ON_A_PHONE

    @property
    def median_text(self) -> str:
        """The median as the chart has room for it."""
        return short_money(self.step.median.known_value, self.step.median.unit.name)

    @property
    def mean_text(self) -> str:
        """The mean as the chart has room for it."""
        return short_money(self.step.mean.known_value, self.step.mean.unit.name) if self.step.mean else ""

    @property
    def height(self) -> float:
        """From the tread down to the axis."""
        return round(BOTTOM - self.y, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis: its place and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class LadderChart:
    """The drawing: treads from the lowest up, marks of both axes."""

    treads: list[Tread]
    pay_ticks: list[Tick]
    year_ticks: list[Tick]
    career: str
    height: int = HEIGHT
    left: int = LEFT
    bottom: int = BOTTOM

    @property
    def has_ranges(self) -> bool:
        """Whether any rung has a range to be drawn."""
        return any(tread.has_range for tread in self.treads)

    @property
    def has_means(self) -> bool:
        """Whether any rung has a mean."""
        return any(tread.mean_y is not None for tread in self.treads)

    @property
    def is_open(self) -> bool:
        """Whether the years of any rung have no end."""
        return any(tread.dashes_from is not None for tread in self.treads)

    @property
    def description(self) -> str:
        """The drawing in words."""
        steps = "; ".join(f"{t.step.title}, {_years(t.step)}, {t.step.median.value_text}" for t in self.treads)
        return f"A staircase of {len(self.treads)} rungs: {steps}. The table below holds the same figures."


def draw_ladder(steps: list[Step], career: str) -> LadderChart | None:
    """Draw `steps`, lowest first; None where there are fewer than two or they span no time: that is no climb."""
    first, last = min((s.years_min for s in steps), default=0), _last_year(steps)
    if len(steps) < 2 or last <= first:
        return None
    across = Scale(first, last, LEFT, RIGHT)
    amounts = [amount for step in steps for amount in _amounts(step)]
    step_size = round_step(float(max(amounts)), at_most=6)
    _, top = round_bounds(0, float(max(amounts)), step_size)
    up = Scale(0, top, BOTTOM, TOP)
    currency = steps[0].median.unit.name
    return LadderChart(
        treads=_treads(steps, across, up, career),
        pay_ticks=[Tick(up(amount), short_money(amount, currency)) for amount in ticks(0, top, step_size)],
        year_ticks=[Tick(across(step.years_min), str(step.years_min)) for step in steps],
        career=career,
    )


def _amounts(step: Step) -> Iterator[Decimal]:
    """Every number that the step would draw."""
    figures = [figure for figure in (step.median, step.mean, step.range) if figure]
    return (number for f in figures for number in (f.value, f.low, f.high) if number is not None)


def _last_year(steps: Sequence[Step]) -> float:
    longest = max((step.years_max - step.years_min for step in steps if step.years_max is not None), default=2)
    goes_on = GOES_ON * max(longest, 1)
    return max((s.years_min + goes_on if s.years_max is None else s.years_max for s in steps), default=0)


def _treads(steps: Sequence[Step], across: Scale, up: Scale, career: str) -> list[Tread]:
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


def _at(up: Scale, amount: Decimal | None) -> float | None:
    return None if amount is None else up(amount)


def _years(step: Step) -> str:
    if step.years_max is None:
        return f"{step.years_min} years or more"
    return f"{step.years_min} to {step.years_max} years"
