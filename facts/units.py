from dataclasses import dataclass
from decimal import Decimal

from facts.currencies import format_money, rounding_step
from facts.durations import split_months
from facts.measures import PayPeriod


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` is a currency, "percent", "months", "years" or "jobs"; `per` is "year", "hour" or ""."""

    name: str
    per: str = ""

    @property
    def is_money(self) -> bool:
        return len(self.name) == 3 and self.name.isupper()

    def split(self, low: Decimal, high: Decimal | None = None) -> tuple[str, str]:
        """("$30,000 to $70,000", ""), ("18", "months")"""
        if self.name == "months":
            return split_months(int(low), None if high is None else int(high))
        number = self._number(low) if high is None else f"{self._number(low)} to {self._number(high)}"
        if self.name == "years":
            return number, "year" if low == 1 and high is None else "years"
        return number, ""

    def _number(self, value: Decimal) -> str:
        if self.is_money:
            return format_money(value, self.name)
        return f"{plain(value, signed=True)}%" if self.name == "percent" else plain(value)

    def format(self, value: Decimal) -> str:
        return " ".join(filter(None, self.split(value)))

    def say(self, value: Decimal) -> str:
        counted = f" {'job' if value == 1 else 'jobs'}" if self.name == "jobs" else ""
        per = f" {PayPeriod(self.per).label}" if self.per else ""
        return f"{self.format(value)}{counted}{per}"

    def format_distance(self, distance: Decimal) -> str:
        """In points between percentages."""
        if self.name == "percent":
            return f"{plain(distance)} {'point' if distance == 1 else 'points'}"
        return self.format(distance)

    def rounding_step(self, value: Decimal) -> Decimal:
        if self.is_money or self.name == "jobs":
            return rounding_step(value)
        return Decimal(1) if value == value.to_integral_value() else Decimal("0.1")

    @property
    def official_step(self) -> Decimal:
        """Official figures are rounded no further: pay to tens, jobs to hundreds, percent to tenths."""
        if self.is_money:
            return Decimal(10)
        return Decimal(100) if self.name == "jobs" else Decimal("0.1")


def plain(value: Decimal, *, signed: bool = False) -> str:
    """For example "23,700", "+7.1", "−3" (true minus)"""
    text = f"{value:{'+' if signed and value else ''},f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "\u2212")
