"""An amount that buys in another country what the figure's buys in its own. Pure: no database."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from facts.country_names import country_name
from facts.figure import Figure, Named
from facts.units import Unit
from money.computed import Computed, Input, NotComputable, require_amount
from money.national_currencies import currency_of

COUNTRY_LETTERS = 2


@dataclass(frozen=True)
class PurchasingPowers:
    """What a dollar's worth of goods cost in each country (ISO 3166-1) in one year, in the country's own money.

    A release gives the factors of every year in the money that a country had when it came out: on `in_money_of`.
    """

    release: Named
    year: int
    factors: dict[str, Decimal]
    in_money_of: date | None = None

    def in_purchasing_power(self, figure: Figure, country: str) -> Computed:
        """The figure in the money of `country`, as much of it as buys the same there.

        The amount's own country is that of its place. Raises NotComputable, in words, where the figure is no amount
        of one year, where its place or its currency leaves open which country's prices it met, and where a factor is
        missing.
        """
        require_amount(figure)
        if not figure.period.start.year == figure.period.end.year == self.year:
            raise NotComputable(f"These are factors of {self.year}; the amount is for {figure.period}.")
        home = home_of(figure, self.in_money_of)
        return Computed(
            figure=figure,
            unit=Unit(currency_of(country, self.in_money_of), figure.unit.per),
            meaning=f"buys as much in {country_name(country)}",
            times=self._factor(country),
            over=self._factor(home),
        )

    def _factor(self, country: str) -> Input:
        if country not in self.factors:
            raise NotComputable(f"No factor of purchasing power is here for {country_name(country)} in {self.year}.")
        name = f"purchasing power, {country_name(country)}, {self.year}"
        return Input(name=name, value=self.factors[country], release=self.release)


def home_of(figure: Figure, on: date | None = None) -> str:
    """The country (ISO 3166-1) whose prices the amount met; NotComputable, in words, where that is left open."""
    if figure.place is None:
        raise NotComputable("The source does not say where this was paid, so it is not known what it bought.")
    country = figure.place.code[:COUNTRY_LETTERS]
    if not country.isalpha():  # an area with a number of its publisher's
        raise NotComputable(f"The code of {figure.place}, {figure.place.code}, does not say which country it lies in.")
    if figure.unit.name != currency_of(country, on):
        raise NotComputable(f"The amount is in {figure.unit.name}, which is not the money of {country_name(country)}.")
    return country
