"""Adjust dollars for inflation by CPI-U. Pure: no database."""

from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Figure, Named
from facts.periods import Period
from money.computed import Computed, Input, NotComputable, require_amount

INDEX, CURRENCY = "CPI-U", "USD"


@dataclass(frozen=True)
class Prices:
    """One release's `levels` by year and month; month None is the year's average."""

    release: Named
    levels: dict[tuple[int, int | None], Decimal]

    def in_money_of(self, figure: Figure, period: Period) -> Computed:
        """Raises NotComputable, also for a missing month, which is not interpolated."""
        require_amount(figure)
        if figure.unit.name != CURRENCY:
            raise NotComputable(f"The {INDEX} tells what dollars buy; this amount is in {figure.unit.name}.")
        return Computed(
            figure=figure,
            unit=figure.unit,
            meaning=f"in {period} dollars",
            times=self._level(period),
            over=self._level(figure.period),
        )

    def _level(self, period: Period) -> Input:
        if not (period.is_month or period.is_one_year):
            raise NotComputable(f"No one price level belongs to {period}: it is neither a month nor a year.")
        when = period.first_day.year, period.first_day.month if period.is_month else None
        if when not in self.levels:
            raise NotComputable(self._why_missing(period))
        return Input(name=f"{INDEX}, {period}", value=self.levels[when], release=self.release)

    def _why_missing(self, period: Period) -> str:
        months = [(year, month) for year, month in self.levels if month]
        if months and (period.last_day.year, period.last_day.month) > max(months):
            return f"The {INDEX} of {period} is not here yet: it goes up to {Period.of_month(*max(months))}."
        if not months or (period.last_day.year, period.last_day.month) < min(months):
            return f"The {INDEX} of {period} is not loaded on this site, and none is guessed."
        return f"The publisher gives no {INDEX} for {period}, and none is guessed."
