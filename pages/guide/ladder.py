"""The ladder of a guide: each rung with its years and its pay."""

from dataclasses import dataclass

from careers.models import Ladder, Rung
from explore.guide import Guide
from facts.figure import Figure
from pages.charts.ladder import LadderChart, Step, draw_ladder


@dataclass(frozen=True, slots=True)
class PaidRung:
    """A rung with the figures of its pay, by field."""

    rung: Rung
    pay: dict[str, Figure]

    @property
    def can_be_drawn(self) -> bool:
        """Whether it has what the chart needs: a first year and a median."""
        median = self.pay.get("median")
        return self.rung.years_min is not None and median is not None and not median.is_missing


@dataclass(frozen=True, slots=True)
class PaidLadder:
    """One source's ladder with the pay of its rungs, and its drawing if it can be drawn."""

    ladder: Ladder
    rungs: list[PaidRung]
    chart: LadderChart | None

    @property
    def pay_fields(self) -> list[tuple[str, str]]:
        """The columns of pay that any rung has: a field's name and what it measures."""
        named = {figure.field: figure.measure.label for rung in self.rungs for figure in rung.pay.values()}
        return list(named.items())

    @property
    def any_pay(self) -> Figure | None:
        """A figure to take the table's unit, place and year from; None where no rung has pay."""
        return next((figure for rung in self.rungs for figure in rung.pay.values()), None)


def paid_ladders(guide: Guide) -> list[PaidLadder]:
    """Every source's ladder of the career, with pay."""
    pay = {row.level.key: {f.field: f for f in row.figures()} for row in guide.salaries_by_level if row.level}
    return [_paid(ladder, pay, guide.career.title) for ladder in guide.ladders]


def _paid(ladder, pay, title) -> PaidLadder:
    rungs = [PaidRung(rung, pay.get(rung.key, {})) for rung in ladder.rungs.all()]
    return PaidLadder(ladder, rungs, draw_ladder(_steps(rungs), title))


def _steps(rungs) -> list[Step]:
    drawn = [each for each in rungs if each.can_be_drawn]
    unit = drawn[0].pay["median"].unit if drawn else None
    return [
        Step(r.rung.title, r.rung.years_min, r.rung.years_max, r.pay["median"], r.pay.get("mean"), r.pay.get("range"))
        for r in drawn
        if r.pay["median"].unit == unit
    ]
