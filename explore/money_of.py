"""Pay in the money of another year: what it was paid buys as much as so much did then. Computed, never kept."""

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
    """The money of one year, by the newest index of consumer prices at hand."""

    year: int
    prices: Prices

    def compute(self, figure: Figure) -> Computed:
        """The figure in this year's money; NotComputable, in words, where it cannot be."""
        return self.prices.in_money_of(figure, Period.of_year(self.year))

    def restate(self, figure: Figure) -> Figure:
        """The figure with the computed amount in place of its own; anything but an amount of pay as it was."""
        if figure.quantity is not Quantity.PAY or figure.is_missing:
            return figure
        return self.compute(figure).result


def money_of(year: str, paid: Period) -> MoneyOf:
    """The money of `year`, as a request names it, for amounts of the time `paid`.

    NotComputable, in words, where there is no such year. Two queries.
    """
    if not YEAR.fullmatch(year):
        raise NotComputable("Give a year in four digits, such as 2020.")
    return MoneyOf(int(year), prices(paid, Period.of_year(int(year))))
