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
    """By ISO 3166-1 code; in the currency in use on `in_money_of`."""

    release: Named
    year: int
    factors: dict[str, Decimal]
    in_money_of: date | None = None

    def in_purchasing_power(self, figure: Figure, country: str) -> Computed:
        """Raises NotComputable for an unclear home country or a missing factor."""
        require_amount(figure)
        if not figure.period.first_day.year == figure.period.last_day.year == self.year:
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
    """The country (ISO 3166-1) of the amount's prices; NotComputable if unclear."""
    if figure.place is None:
        raise NotComputable("The source does not say where this was paid, so it is not known what it bought.")
    country = figure.place.code[:COUNTRY_LETTERS]
    if not country.isalpha():  # an area with a number of its publisher's
        raise NotComputable(f"The code of {figure.place}, {figure.place.code}, does not say which country it lies in.")
    if figure.unit.name != currency_of(country, on):
        raise NotComputable(f"The amount is in {figure.unit.name}, which is not the money of {country_name(country)}.")
    return country
