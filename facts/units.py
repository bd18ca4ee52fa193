"""The unit of a figure, and how a value in it is printed. Pure: no database."""

from dataclasses import dataclass
from decimal import Decimal

from facts.currencies import format_money, rounding_step
from facts.durations import split_months
from facts.measures import PayPeriod


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its `name`: a currency ("USD"), "percent", "months", "years" or "jobs".

    `per` is the time an amount is for ("year", "hour"), and "" where there is none.
    """

    name: str
    per: str = ""

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency (ISO 4217)."""
        return len(self.name) == 3 and self.name.isupper()

    def split(self, low: Decimal, high: Decimal | None = None) -> tuple[str, str]:
        """A value, or a range, as its number and the word behind it: ("$30,000 to $70,000", ""), ("18", "months")."""
        if self.name == "months":
            return split_months(int(low), None if high is None else int(high))
        number = self._number(low) if high is None else f"{self._number(low)} to {self._number(high)}"
        if self.name == "years":
            return number, "year" if low == 1 and high is None else "years"
        return number, ""

    def _number(self, value) -> str:
        if self.is_money:
            return format_money(value, self.name)
        return f"{plain(value, signed=True)} %" if self.name == "percent" else plain(value)

    def format(self, value: Decimal) -> str:
        """Print one value: "$47,190", "+7 %", "18 months", "23,700"."""
        return " ".join(filter(None, self.split(value)))

    def say(self, value: Decimal) -> str:
        """Print one value with all of its unit: "$47,190 a year", "23,700 jobs a year", "+7 %", "18 months"."""
        counted = f" {'job' if value == 1 else 'jobs'}" if self.name == "jobs" else ""
        per = f" {PayPeriod(self.per).label}" if self.per else ""
        return f"{self.format(value)}{counted}{per}"

    def format_range(self, low: Decimal, high: Decimal) -> str:
        """Print a range: "$30,000 to $70,000", "6 to 12 months", "2 to 5 years"."""
        return " ".join(filter(None, self.split(low, high)))

    def format_distance(self, distance: Decimal) -> str:
        """Print how far two values are apart: "$10", "2 points" (of two per cents, which no per cent measures)."""
        if self.name == "percent":
            return f"{plain(distance)} {'point' if distance == 1 else 'points'}"
        return self.format(distance)

    def rounding_step(self, value: Decimal) -> Decimal:
        """The step that `value` appears to be rounded to, in this unit."""
        if self.is_money or self.name == "jobs":
            return rounding_step(value)
        return Decimal(1) if value == value.to_integral_value() else Decimal("0.1")


def plain(value: Decimal, *, signed: bool = False) -> str:
    """A number with thousands separators and no needless noughts: "23,700", "+7.1", "−3" with a true minus, "0"."""
    text = f"{value:{'+' if signed and value else ''},f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "\u2212")
