"""A number with its source, scope and period. Pure: no database."""

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, Protocol

from facts.marks import Mark
from facts.measures import Measure, PayPeriod, Quantity
from facts.periods import Period
from facts.units import Unit

CLAIM, RECORD = "claim", "record"


@dataclass(frozen=True, slots=True)
class Named:
    code: str
    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name


class ValueParts(NamedTuple):
    """`number` says why there is none."""

    before: str = ""
    number: str = ""
    unit: str = ""
    bound: str = ""

    @property
    def after(self) -> str:
        return " ".join(filter(None, (self.unit, self.bound)))

    def __str__(self) -> str:
        return " ".join(filter(None, self))


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`topic` replaces the label in comparisons. `wording` is the source's text: "as fast as average".

    `value` is a single number; `low` and `high` are a range, None if open. Without any, `marks` says why. `standing` is
    "record" (official) or "claim".
    """

    key: str
    field: str
    quantity: Quantity
    measure: Measure
    unit: Unit
    subject: Named
    source: Named
    publisher: str
    standing: str = CLAIM
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    marks: frozenset[Mark] = frozenset()
    level: Named | None = None
    place: Named | None = None
    industry: Named | None = None
    population: str = ""
    period: Period = dataclasses.field(default_factory=Period)
    projected: bool = False
    attributed_to: str = ""
    as_printed: str = ""
    locator: str = ""
    release: Named | None = None
    label: str = ""
    topic: str = ""
    wording: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError(f"{self.key}#{self.field} is either one number or a range.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.key}#{self.field}: the low end is above the high end.")
        if not (self.source.code and self.publisher):
            raise ValueError(f"{self.key}#{self.field} has no source.")

    @property
    def address(self) -> str:
        """For example "himalayas-mra-level-1#median"."""
        return f"{self.key}#{self.field}"

    @property
    def known_value(self) -> Decimal:
        """The value, or the first end that a range has; raises ValueError without a number."""
        known = next((number for number in self._numbers if number is not None), None)
        if known is None:
            raise ValueError(f"{self.address} has no number.")
        return known

    @property
    def is_range(self) -> bool:
        return self.low is not None or self.high is not None

    @property
    def is_open_ended(self) -> bool:
        """Marked with "+", or without a high end."""
        return Mark.OPEN_ENDED in self.marks or (self.low is not None and self.high is None)

    @property
    def is_at_least(self) -> bool:
        """The value is a bound: the source prints nothing higher."""
        return Mark.AT_LEAST in self.marks

    @property
    def is_missing(self) -> bool:
        """The source has the field but no number."""
        return self.value is None and not self.is_range

    @cached_property
    def measure_text(self) -> str:
        if self.quantity is Quantity.PAY:
            return f"{_pay_measure(self.measure)}, {PayPeriod(self.unit.per).label}"
        if self.quantity is Quantity.GROWTH:
            return "Growth in jobs, projected" if self.projected else "Growth in jobs"
        return self.label or self.quantity.label.capitalize()

    @cached_property
    def value_parts(self) -> "ValueParts":
        if self.is_missing:
            return ValueParts(number=_why_missing(self.marks))
        number, unit = self._number_and_unit()
        about = "about" if Mark.APPROXIMATE in self.marks else ""
        up_to = "up to" if self.value is None and self.low is None else ""
        bound = "or more" if self.is_at_least or self.is_open_ended else ""
        return ValueParts(" ".join(filter(None, (about, up_to))), number, unit, bound)

    def _number_and_unit(self) -> tuple[str, str]:
        if self.value is not None:
            return self.unit.split(self.value)
        if self.low is None or self.high is None or self.low == self.high:
            return self.unit.split(self.known_value)
        return self.unit.split(self.low, self.high)

    @property
    def value_text(self) -> str:
        """For example "$30,000 to $70,000 or more"."""
        return str(self.value_parts)

    @cached_property
    def scope_text(self) -> str:
        parts = (self.level, self.population, self.industry, self.place)
        return ", ".join(str(part) for part in parts if part)

    @cached_property
    def period_text(self) -> str:
        if not self.period.is_stated and Mark.WINDOW_NOT_STATED in self.marks:
            return "years not stated"
        return str(self.period)

    @cached_property
    def words(self) -> str:
        credit = f"credited to {self.attributed_to}" if self.attributed_to else ""
        return ", ".join(part for part in (self.scope_text, credit, self.period_text) if part)

    @cached_property
    def source_text(self) -> str:
        release = str(self.release) if self.release else ""
        return ", ".join(part for part in (self.publisher, release, self.locator) if part)

    @cached_property
    def sentence(self) -> str:
        """For text alternatives, feeds and citations."""
        return f"{self.measure_text}: {self.value_text}. {self.words}. {self.source_text}."

    @property
    def shape(self) -> str:
        """The mark drawn under the value."""
        if self.is_missing:
            return "none"
        if self.is_at_least:
            return "atleast"
        if self.is_open_ended:
            return "open"
        if Mark.APPROXIMATE in self.marks:
            return "about"
        return "range" if self.is_range and self.low != self.high else ""

    @property
    def data_value(self) -> str:
        """HTML `<data value>`: "47190", "30000/70000", ""."""
        ends = (self.value,) if self.value is not None else (self.low, self.high)
        return "/".join(_machine(end) for end in ends if end is not None)

    @property
    def rounding_step(self) -> Decimal:
        numbers = [n for n in (self.value, self.low, self.high) if n is not None]
        step = max((self.unit.rounding_step(n) for n in numbers), default=Decimal(0))
        return min(step, self.unit.official_step) if self.standing == RECORD else step

    def agrees_with(self, other: "Figure") -> bool:
        """Within the coarser rounding step. Ignores marks."""
        step = max(self.rounding_step, other.rounding_step)
        return all(_near(mine, its, step) for mine, its in zip(self._numbers, other._numbers, strict=True))

    @property
    def _numbers(self) -> tuple[Decimal | None, ...]:
        return (self.value, self.low, self.high)


class WithFigures(Protocol):
    """A statement, a rung or a cell."""

    def figure(self, field: str) -> Figure | None: ...


def _near(mine: Decimal | None, its: Decimal | None, step: Decimal) -> bool:
    if mine is None or its is None:
        return mine is its
    return abs(mine - its) < step or mine == its


def _pay_measure(measure: Measure) -> str:
    if measure is Measure.RANGE:
        return "Pay range"
    if measure is Measure.NOT_STATED:
        return f"Pay, {measure.label}"
    if measure in (Measure.MEDIAN, Measure.MEAN):
        return f"{measure.label.capitalize()} pay"
    return f"{measure.label.capitalize()} of pay"


def _why_missing(marks: frozenset[Mark]) -> str:
    if Mark.SUPPRESSED in marks:
        return "not released"
    return "not available" if Mark.NOT_PUBLISHED in marks else "not given"


def _machine(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
