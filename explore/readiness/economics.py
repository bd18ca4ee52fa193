"""Costs and pay of each way in over several years. No database."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from explore.readiness.inputs import DOLLARS
from explore.readiness.judging import Asked
from explore.readiness.ladder import ReadinessRung
from explore.readiness.reading import Answers
from explore.readiness.ways import ReadinessWay

ZERO = Decimal(0)
MONTHS = 12
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Prospect:
    """`best` is cheapest and shortest; None without length or cost."""

    way: ReadinessWay
    best: "Sum | None"
    worst: "Sum | None"


@dataclass(frozen=True, slots=True)
class Sum:
    """US dollars. `breaks_even` is in months from the start of study, or None.

    `stayed`, `gain` and `breaks_even` are None without present pay.
    """

    months: int
    cost: Decimal
    forgone: Decimal
    earned: Decimal
    stayed: Decimal | None
    breaks_even: int | None

    @property
    def gain(self) -> Decimal | None:
        return None if self.stayed is None else self.earned - self.cost - self.stayed


def prospects(
    ways: Sequence[ReadinessWay],
    rungs: Sequence[ReadinessRung],
    *,
    years: int,
    pay_now: Decimal | None = None,
    works_meanwhile: bool = True,
    years_had: int = 0,
) -> list[Prospect]:
    """Pay follows the rungs by years of work, starting at `years_had`; study adds none. The highest rung lasts to the
    end.
    """
    paid = [rung for rung in sorted(rungs, key=lambda rung: rung.position) if rung.pay is not None]
    beside = (pay_now or ZERO) if works_meanwhile else ZERO
    terms = _Terms(paid, min(years, LONGEST) * MONTHS, pay_now, beside, years_had * MONTHS)
    return [
        Prospect(
            way,
            best=_sum(way.cost_low, way.months_min, terms),
            worst=_sum(_or(way.cost_high, way.cost_low), _or(way.months_max, way.months_min), terms),
        )
        for way in ways
    ]


def of_answers(asked: Asked, answers: Answers) -> list[Prospect]:
    """US dollars only."""
    if {rung.currency for rung in asked.rungs if rung.pay is not None} != {DOLLARS}:
        return []
    return prospects(
        [way for way in asked.ways if way.currency in ("", DOLLARS)],
        asked.rungs,
        years=answers.over,
        pay_now=answers.having.pay_now,
        works_meanwhile=not answers.studies_full_time,
        years_had=answers.having.years or 0,
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    paid: Sequence[ReadinessRung]
    months: int
    pay_now: Decimal | None
    beside: Decimal
    months_had: int

    def pay(self, month: int, study: int) -> Decimal:
        """`month` counts from 0; the first `study` months are study."""
        return self.beside if month < study else pay_in(self.paid, self.months_had + month - study)


def _sum(cost: Decimal | None, study: int | None, terms: _Terms) -> Sum | None:
    if cost is None or study is None or not terms.paid:
        return None
    is_known, now = terms.pay_now is not None, terms.pay_now or ZERO
    earned, ahead, breaks_even = ZERO, -cost * MONTHS, None  # in twelfths of a year's pay, so that nothing is rounded
    for month in range(terms.months):
        pay = terms.pay(month, study)
        earned += pay
        ahead += pay - now
        if is_known and breaks_even is None and ahead >= 0 and month >= study:
            breaks_even = month + 1
    forgone = (now - terms.beside) * min(study, terms.months)
    stayed = _cents(now * terms.months) if is_known else None
    return Sum(study, cost, _cents(forgone), _cents(earned), stayed, breaks_even)


def _or(number: Decimal | int | None, otherwise: Any) -> Any:
    return otherwise if number is None else number


def _cents(twelfths: Decimal) -> Decimal:
    return (twelfths / MONTHS).quantize(Decimal("0.01"), ROUND_HALF_UP)


def pay_in(paid: Sequence[ReadinessRung], month: int) -> Decimal:
    """`month` counts from 0."""
    reached = [rung for rung in paid if (rung.years_min or 0) * MONTHS <= month]
    return (reached[-1] if reached else paid[0]).pay or ZERO
