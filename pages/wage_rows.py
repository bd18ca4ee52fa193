from dataclasses import dataclass

from explore.money_of import MoneyOf
from facts.figure import Figure
from facts.measures import PayPeriod
from salaries.models import Wage
from salaries.models.wage import MEASURES, PER


@dataclass(frozen=True, slots=True)
class WageRow:
    wage: Wage
    figures: dict[str, Figure]

    @property
    def pay(self) -> dict[str, Figure | None]:
        """For the longest time that has any number: a year, month, week or hour."""
        return {measure.value: self.figures.get(f"{self._period}_{measure}") for measure in MEASURES}

    @property
    def per(self) -> str:
        """ "an hour"; "" for a year."""
        per = PER[self._period]
        return "" if per == PayPeriod.YEAR else per.label

    @property
    def _period(self) -> str:
        """One withheld measure does not turn a row of yearly pay into hourly."""
        given = {figure.field.partition("_")[0] for figure in self.figures.values() if not figure.is_missing}
        return next((period for period in PER if period in given), "annual")

    def in_money_of(self, money: MoneyOf | None) -> "WageRow":
        if money is None:
            return self
        return WageRow(self.wage, {field: money.restate(figure) for field, figure in self.figures.items()})


def wage_row(wage: Wage) -> WageRow:
    return WageRow(wage, {figure.field: figure for figure in wage.figures()})
