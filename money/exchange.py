"""Exchange rates. Pure: no database."""

from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Figure, Named
from facts.periods import Period
from facts.units import Unit
from money.computed import Computed, Input, NotComputable, require_amount

LONGEST = 366  # days over which one rate can stand for all


@dataclass(frozen=True)
class Rate:
    """Units per base unit: the publisher's own rate, or the mean of `days` daily rates."""

    value: Decimal
    days: int = 1

    @property
    def words(self) -> str:
        return f"mean of {self.days} daily rates" if self.days > 1 else "rate"


@dataclass(frozen=True)
class ExchangeRates:
    """What one unit of `base` (ISO 4217) was worth over `period`."""

    release: Named
    base: str
    period: Period
    rates: dict[str, Rate]

    def in_currency(self, figure: Figure, currency: str) -> Computed:
        """Raises NotComputable."""
        require_amount(figure)
        if figure.period != self.period:
            raise NotComputable(f"These are rates of {self.period}; the amount is for {figure.period}.")
        return Computed(
            figure=figure,
            unit=Unit(currency, figure.unit.per),
            meaning=f"at the exchange rate of {self.period}",
            times=self._rate(currency),
            over=self._rate(figure.unit.name),
        )

    def _rate(self, currency: str) -> Input:
        if currency == self.base:
            return Input(name=f"{self.base} itself", value=Decimal(1), release=self.release)
        if currency not in self.rates:
            raise NotComputable(f"No exchange rate of {currency} is here for {self.period}.")
        rate = self.rates[currency]
        name = f"{currency} to one {self.base}, {rate.words}, {self.period}"
        return Input(name=name, value=rate.value, release=self.release)


def require_short(period: Period) -> None:
    """Raises NotComputable if too long for one rate."""
    if (period.last_day - period.first_day).days >= LONGEST:
        raise NotComputable(f"The amount is for {period}: too long for one exchange rate.")
