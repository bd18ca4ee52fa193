"""An amount that buys in another country what the figure's buys in its own. Pure: no database."""

from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.numbers import get_territory_currencies

from facts.figure import Figure, Named
from facts.units import Unit
from money.computed import Computed, Input, NotComputable, require_amount

COUNTRY_LETTERS = 2


@dataclass(frozen=True)
class PurchasingPowers:
    """What a dollar's worth of goods cost in each country (ISO 3166-1) in one year, in the country's own money."""

    release: Named
    year: int
    factors: dict[str, Decimal]

    def in_purchasing_power(self, figure: Figure, country: str) -> Computed:
        """The figure in the money of `country`, as much of it as buys the same there.

        The amount's own country is that of its place. Raises NotComputable, in words, where the figure is no amount
        of one year, where its place or its currency leaves open which country's prices it met, and where a factor is
        missing.
        """
        require_amount(figure)
        if not figure.period.start.year == figure.period.end.year == self.year:
            raise NotComputable(f"These are factors of {self.year}; the amount is for {figure.period}.")
        home = home_of(figure)
        return Computed(
            figure=figure,
            unit=Unit(currency_of(country), figure.unit.per),
            meaning=f"buys as much in {country_name(country)}",
            times=self._factor(country),
            over=self._factor(home),
        )

    def _factor(self, country: str) -> Input:
        if country not in self.factors:
            raise NotComputable(f"No factor of purchasing power is here for {country_name(country)} in {self.year}.")
        name = f"purchasing power, {country_name(country)}, {self.year}"
        return Input(name=name, value=self.factors[country], release=self.release)


def home_of(figure: Figure) -> str:
    """The country (ISO 3166-1) whose prices the amount met; NotComputable, in words, where that is left open."""
    if figure.place is None:
        raise NotComputable("The source does not say where this was paid, so it is not known what it bought.")
    country = figure.place.code[:COUNTRY_LETTERS]
    if not country.isalpha():  # an area with a number of its publisher's
        raise NotComputable(f"The code of {figure.place}, {figure.place.code}, does not say which country it lies in.")
    if figure.unit.name != currency_of(country):
        raise NotComputable(f"The amount is in {figure.unit.name}, which is not the money of {country_name(country)}.")
    return country


def currency_of(country: str) -> str:
    """The money that the publisher's factors are in: the country's own of today, for every year."""
    currencies = get_territory_currencies(country)
    if not currencies:
        raise NotComputable(f"No currency is known of {country}.")
    return currencies[0]


def country_name(country: str) -> str:
    """What the country is called: "Germany"; its code where that is unknown."""
    return Locale("en").territories.get(country, country)
