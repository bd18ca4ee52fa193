from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from facts.figure import Figure, Named
from facts.measures import PayPeriod
from facts.units import Unit, plain


class NotComputable(Exception):  # noqa: N818 (an outcome, told to a reader)
    """That an amount cannot be computed, with the reason in words."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """`name` is, for example, "CPI-U, May 2023"."""

    name: str
    value: Decimal
    release: Named

    def __str__(self) -> str:
        return f"{plain(self.value)} ({self.name})"


@dataclass(frozen=True, kw_only=True)
class Computed:
    """A figure times one input over another. `meaning`: "in 2024 dollars". Marks carry over."""

    figure: Figure
    unit: Unit
    meaning: str
    times: Input
    over: Input

    @cached_property
    def result(self) -> Figure:
        """Only for its words; never stored or cited."""
        value, low, high = map(self._converted, (self.figure.value, self.figure.low, self.figure.high))
        return replace(self.figure, unit=self.unit, value=value, low=low, high=high)

    def _converted(self, amount: Decimal | None) -> Decimal | None:
        if amount is None:
            return None
        step = Decimal("0.01") if self.unit.per == PayPeriod.HOUR else Decimal(1)
        return (amount * self.times.value / self.over.value).quantize(step, rounding=ROUND_HALF_UP)

    @property
    def inputs(self) -> tuple[Input, Input]:
        return (self.times, self.over)

    @property
    def value_text(self) -> str:
        return self.result.value_text

    @property
    def formula(self) -> str:
        """For example "$48,780 × 313.689 (CPI-U, 2024) ÷ 304.127 (CPI-U, May 2023)"."""
        return f"{self.figure.value_text} × {self.times} ÷ {self.over}"

    @property
    def words(self) -> str:
        return f"{self.value_text} {self.meaning}, computed: {self.formula}"


def require_amount(figure: Figure) -> None:
    """Raises NotComputable unless the figure is money for a stated time."""
    if not figure.unit.is_money or figure.is_missing:
        raise NotComputable("Only an amount of money can be put into other money.")
    if not figure.period.is_stated:
        raise NotComputable("The source does not say when this was paid, so it cannot be put into other money.")
