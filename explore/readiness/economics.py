"""What a way in costs in money and time against what the rungs pay. Pure: no database; everything is computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from explore.readiness.inputs import DOLLARS
from explore.readiness.judging import Asked
from explore.readiness.ladder import Rung
from explore.readiness.reading import Answers
from explore.readiness.ways import Way

ZERO = Decimal(0)
MONTHS = 12
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one way in comes to after `years`: at its cheapest and shortest (`best`), dearest and longest (`worst`).

    Each is a `Sum`, or None where the source gives neither a length nor a cost.
    """

    way: Way
    best: "Sum | None"
    worst: "Sum | None"


@dataclass(frozen=True, slots=True)
class Sum:
    """One way in with one length and one cost: `earned` over all years after study, less `cost` and `forgone` pay.

    `breaks_even` is the first month, counted from the start of study, by whose end the extra pay has covered the
    cost and the pay forgone; None where it does not within the years. Where present pay is not known, nothing is held
    against it: `stayed`, `gain` and `breaks_even` are None.
    """

    months: int
    cost: Decimal
    forgone: Decimal
    earned: Decimal
    stayed: Decimal | None
    breaks_even: int | None

    @property
    def gain(self) -> Decimal | None:
        """What is left over staying as one is; below zero where staying pays better."""
        return None if self.stayed is None else self.earned - self.cost - self.stayed


def prospects(
    ways: Sequence[Way],
    rungs: Sequence[Rung],
    *,
    years: int,
    pay_now: Decimal | None = None,
    works_meanwhile: bool = True,
    years_had: int = 0,
) -> list[Prospect]:
    """What each way in comes to within `years` from its first day.

    Pay follows the rungs by years in the work, each as long as the source says, from the `years_had` on; study counts
    for none. Meanwhile one earns `pay_now` a year, or nothing where one does not work beside study. The highest rung
    lasts to the end.
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
    """The sums of the ways in, as far as costs and pay are in US dollars: what one earns now is in them."""
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
    """What all sums share: the rungs that pay, the months looked at, pay now and beside study, months in the work."""

    paid: Sequence[Rung]
    months: int
    pay_now: Decimal | None
    beside: Decimal
    months_had: int

    def pay(self, month: int, study: int) -> Decimal:
        """The pay a year in this month (from 0) of somebody who studies so many months first."""
        return self.beside if month < study else pay_in(self.paid, self.months_had + month - study)


def _sum(cost, study, terms: _Terms) -> Sum | None:
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


def _or(number, otherwise):
    return otherwise if number is None else number


def _cents(twelfths: Decimal) -> Decimal:
    return (twelfths / MONTHS).quantize(Decimal("0.01"), ROUND_HALF_UP)


def pay_in(paid: Sequence[Rung], month: int) -> Decimal:
    """What the rungs pay a year in the month (from 0) of one's working life: the last rung whose years one has."""
    reached = [rung for rung in paid if (rung.years_min or 0) * MONTHS <= month]
    return (reached[-1] if reached else paid[0]).pay
