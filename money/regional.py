from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Figure, Named
from money.computed import Computed, Input, NotComputable, require_amount

COUNTRY, CURRENCY = "US", "USD"
AVERAGE = Decimal(100)


@dataclass(frozen=True)
class RegionalPrices:
    """All items; the United States is 100."""

    release: Named
    levels: dict[str, dict[int, Decimal]]

    def at_average_prices(self, figure: Figure) -> Computed:
        """Uses the level of the amount's year, or the newest before it. Raises NotComputable."""
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
        paid = figure.period.first_day.year
        code = figure.place.code if figure.place else ""
        years = [year for year in self.levels.get(code, {}) if year <= paid]
        if not years:
            raise NotComputable(f"No price level is here for {figure.place} in {paid} or before.")
        return max(years)
