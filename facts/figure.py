"""A figure: a number that never travels without its words. Pure: no database.

Statements and wages yield figures; pages, the API and the questions in `explore` are given figures
and never bare numbers.
"""

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from facts.marks import Mark
from facts.measures import Measure, PayPeriod, Quantity
from facts.periods import Period
from facts.units import Unit

CLAIM, RECORD = "claim", "record"


@dataclass(frozen=True, slots=True)
class Named:
    """Something a figure speaks of: what identifies it, what it is called, and its page ("" if none)."""

    code: str
    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name


class ValueParts(NamedTuple):
    """A value as people read it: "about" or "up to", the number, the unit where it is a word, and "or more".

    Without a number, `number` says why there is none.
    """

    before: str = ""
    number: str = ""
    unit: str = ""
    bound: str = ""

    @property
    def after(self) -> str:
        """What stands behind the number."""
        return " ".join(filter(None, (self.unit, self.bound)))

    def __str__(self) -> str:
        return " ".join(filter(None, self))


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One field of a statement, with everything one must know to read it.

    `label` says in words what is measured where quantity and measure do not, and `topic` is what a figure must
    share with another to answer the same question where the label is each source's own wording.
    `wording` is what the source says beside the number, or in place of it: "as fast as average".
    `value` is set for a single number, `low` and `high` for a range (one of them may be missing where an
    end is open); all three are None where the source gives no number, and `marks` then says why.
    `standing` is "record" for an official series and "claim" for anything else.
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

    def __post_init__(self):
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError(f"{self.key}#{self.field} is either one number or a range.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.key}#{self.field}: the low end is above the high end.")
        if not (self.source.code and self.publisher):
            raise ValueError(f"{self.key}#{self.field} has no source.")

    @property
    def address(self) -> str:
        """Where the figure stands for good: "himalayas-mra-level-1#median"."""
        return f"{self.key}#{self.field}"

    @property
    def is_range(self) -> bool:
        """Whether the source gives a low or a high end rather than one number."""
        return self.low is not None or self.high is not None

    @property
    def is_open_ended(self) -> bool:
        """Whether the source leaves the high end open: by a "+" behind it, or by giving none."""
        return Mark.OPEN_ENDED in self.marks or (self.low is not None and self.high is None)

    @property
    def is_missing(self) -> bool:
        """Whether the source has the field and gives no number for it."""
        return self.value is None and not self.is_range

    @cached_property
    def measure_text(self) -> str:
        """What is measured: "Median pay, a year", "Pay range, an hour", "Growth in jobs, projected"."""
        if self.quantity is Quantity.PAY:
            return f"{_pay_measure(self.measure)}, {PayPeriod(self.unit.per).label}"
        if self.quantity is Quantity.GROWTH:
            return "Growth in jobs, projected" if self.projected else "Growth in jobs"
        return self.label or self.quantity.label.capitalize()

    @cached_property
    def value_parts(self) -> "ValueParts":
        """The value in its parts, from which its text is composed."""
        if self.is_missing:
            return ValueParts(number=_why_missing(self.marks))
        number, unit = self._number_and_unit()
        about = "about" if Mark.APPROXIMATE in self.marks else ""
        up_to = "up to" if self.value is None and self.low is None else ""
        bound = "or more" if Mark.AT_LEAST in self.marks or self.is_open_ended else ""
        return ValueParts(" ".join(filter(None, (about, up_to))), number, unit, bound)

    def _number_and_unit(self) -> tuple[str, str]:
        if self.value is not None:
            return self.unit.split(self.value)
        if self.low is None or self.high is None or self.low == self.high:
            return self.unit.split(self.high if self.low is None else self.low)
        return self.unit.split(self.low, self.high)

    @property
    def value_text(self) -> str:
        """The value in words and digits: "$47,190", "about 23,700", "$30,000 to $70,000 or more"."""
        return str(self.value_parts)

    @cached_property
    def scope_text(self) -> str:
        """For whom and where: "Senior Medical Records Administrator, United States"."""
        said = (self.level, self.population, self.industry, self.place)
        return ", ".join(str(part) for part in said if part)

    @cached_property
    def period_text(self) -> str:
        """When: "May 2023", "2014 to 2024", "year not stated"."""
        if not self.period.is_stated and Mark.WINDOW_NOT_STATED in self.marks:
            return "years not stated"
        return str(self.period)

    @cached_property
    def words(self) -> str:
        """For whom, where, who is credited and when, in one line under the value."""
        credit = f"credited to {self.attributed_to}" if self.attributed_to else ""
        return ", ".join(part for part in (self.scope_text, credit, self.period_text) if part)

    @cached_property
    def source_text(self) -> str:
        """Who says so and where in it: "Himalayas, Key Facts & Statistics"."""
        release = str(self.release) if self.release else ""
        return ", ".join(part for part in (self.publisher, release, self.locator) if part)

    @cached_property
    def sentence(self) -> str:
        """The whole figure as one line, for a text alternative, a feed or a citation."""
        return f"{self.measure_text}: {self.value_text}. {self.words}. {self.source_text}."

    @property
    def shape(self) -> str:
        """How the rung under the value is drawn: a second way to say what the words say."""
        if self.is_missing:
            return "none"
        if Mark.AT_LEAST in self.marks:
            return "atleast"
        if self.is_open_ended:
            return "open"
        if Mark.APPROXIMATE in self.marks:
            return "about"
        return "range" if self.is_range and self.low != self.high else ""

    @property
    def data_value(self) -> str:
        """The number for machines (`<data value>`): "47190", "30000/70000", "" where there is none."""
        ends = (self.value,) if self.value is not None else (self.low, self.high)
        return "/".join(_machine(end) for end in ends if end is not None)

    @property
    def rounding_step(self) -> Decimal:
        """The coarsest step that the figure's numbers appear to be rounded to."""
        given = [n for n in (self.value, self.low, self.high) if n is not None]
        return max((self.unit.rounding_step(n) for n in given), default=Decimal(0))

    def agrees_with(self, other: "Figure") -> bool:
        """Whether two figures that answer the same question say the same.

        They do unless a number is further from the other's than the coarser one's rounding. Marks are not held
        against each other: "about" and "or more" are read with the figure, not subtracted from it.
        """
        step = max(self.rounding_step, other.rounding_step)
        return all(_near(mine, its, step) for mine, its in zip(self._numbers, other._numbers, strict=True))

    @property
    def _numbers(self):
        return (self.value, self.low, self.high)


def _near(mine, its, step) -> bool:
    if mine is None or its is None:
        return mine is its
    return abs(mine - its) < step or mine == its


def _pay_measure(measure: Measure) -> str:
    if measure is Measure.RANGE:
        return "Pay range"
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
