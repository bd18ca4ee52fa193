"""Pay of a place at the country's average prices, by regional price parities. Pure: no database."""

from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Figure, Named
from money.computed import Computed, Input, NotComputable, require_amount

COUNTRY, CURRENCY = "US", "USD"
AVERAGE = Decimal(100)


@dataclass(frozen=True)
class RegionalPrices:
    """Price levels of one release by place and year, all items; the country's is 100."""

    release: Named
    levels: dict[str, dict[int, Decimal]]

    def at_average_prices(self, figure: Figure) -> Computed:
        """What buys, at the country's average prices, as much as the amount buys in its place.

        It takes the level of the amount's own year, or of the newest year before it. Raises NotComputable, in words,
        where the figure is no amount of dollars for a place, and where no such level is here.
        """
        require_amount(figure)
        if figure.unit.name != CURRENCY:
            raise NotComputable(f"Regional prices tell what dollars buy; this amount is in {figure.unit.name}.")
        if figure.place is None:
            raise NotComputable("The source does not say where this was paid, so it is not known what it bought.")
        if figure.place.code == COUNTRY:
            raise NotComputable("This is pay in the whole country, whose prices are the average.")
        year = self._year(figure)
        level = self.levels[figure.place.code][year]
        return Computed(
            figure=figure,
            unit=figure.unit,
            meaning=f"at average prices of the United States in {year}",
            times=Input(name=f"price level, United States, {year}", value=AVERAGE, release=self.release),
            over=Input(name=f"price level, {figure.place}, {year}", value=level, release=self.release),
        )

    def _year(self, figure: Figure) -> int:
        paid = figure.period.start.year
        years = [year for year in self.levels.get(figure.place.code, {}) if year <= paid]
        if not years:
            raise NotComputable(f"No price level is here for {figure.place} in {paid} or before.")
        return max(years)
