"""Cells of the record as rows of a table."""

from dataclasses import dataclass

from explore.money_of import MoneyOf
from facts.figure import Figure
from facts.measures import PayPeriod
from salaries.models import Wage
from salaries.models.wage import MEASURES


@dataclass(frozen=True, slots=True)
class WageRow:
    """A cell of the record as a row of a table: its figures by field."""

    wage: Wage
    figures: dict[str, Figure]

    @property
    def pay(self) -> dict[str, Figure | None]:
        """Pay by measure, for the time that the publisher gives it for: a year, or else a month, a week, an hour."""
        headline = self.wage.headline()
        period = headline.field.partition("_")[0] if headline else "annual"
        return {measure.value: self.figures.get(f"{period}_{measure}") for measure in MEASURES} | {"median": headline}

    @property
    def per(self) -> str:
        """The time that `pay` is for, where it is not a year: "an hour"."""
        headline = self.wage.headline()
        return PayPeriod(headline.unit.per).label if headline and headline.unit.per != PayPeriod.YEAR else ""

    def in_money_of(self, money: MoneyOf | None) -> "WageRow":
        """The row with its pay in the money of another year; itself where none is asked for."""
        if money is None:
            return self
        return WageRow(self.wage, {field: money.restate(figure) for field, figure in self.figures.items()})


def wage_row(wage: Wage) -> WageRow:
    """One cell with its figures by field."""
    return WageRow(wage, {figure.field: figure for figure in wage.figures()})
