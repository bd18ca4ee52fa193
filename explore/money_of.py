"""Pay adjusted for inflation to another year. Never stored."""

import re
from dataclasses import dataclass

from facts.figure import Figure
from facts.measures import Quantity
from facts.periods import Period
from money.conversions import Computed, NotComputable
from money.convert import prices
from money.prices import Prices

YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class MoneyOf:
    year: int
    prices: Prices

    def compute(self, figure: Figure) -> Computed:
        """Raises NotComputable with a reason."""
        return self.prices.in_money_of(figure, Period.of_year(self.year))

    def restate(self, figure: Figure) -> Figure:
        if figure.quantity is not Quantity.PAY or figure.is_missing:
            return figure
        return self.compute(figure).result


def money_of(year: str, paid: Period) -> MoneyOf:
    """Raises NotComputable if the year has no index. Two queries."""
    if not YEAR.fullmatch(year):
        raise NotComputable("Give a year in four digits, such as 2020.")
    return MoneyOf(int(year), prices(paid, Period.of_year(int(year))))
