from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class LinearScale:
    """Values from `low` to `high` stand from `start` to `end`, in whatever unit those two are."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | Decimal) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)

    def per_cent(self, value: float | Decimal) -> str:
        """ "41.08%", as SVG writes it."""
        return f"{self(value):g}%"


def round_step(span: float, at_most: int = 6) -> float:
    """The smallest of 1, 2, 2.5 or 5 times a power of ten that gives `at_most` parts or fewer.

    Raises ValueError unless `span` is positive.
    """
    if span <= 0:
        raise ValueError("A scale needs a span.")
    rough = span / at_most
    power = 10 ** floor(log10(rough))
    return next(factor * power for factor in ROUND if factor * power * at_most >= span * (1 - 1e-9))


def ticks(low: float, high: float, step: float) -> list[float]:
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(number * step, 6) for number in range(first, last + 1)]


def round_bounds(low: float, high: float, step: float) -> tuple[float, float]:
    """At least one step apart."""
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return first * step, max(last, first + 1) * step
