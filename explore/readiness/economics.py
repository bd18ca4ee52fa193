"""What a way in costs in money and time against what the rungs pay. Pure: no database; everything is computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

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
    cost and the pay forgone; None where it does not within the years.
    """

    months: int
    cost: Decimal
    forgone: Decimal
    earned: Decimal
    stayed: Decimal
    breaks_even: int | None

    @property
    def gain(self) -> Decimal:
        """What is left over staying as one is; below nought where staying pays better."""
        return self.earned - self.cost - self.stayed


def prospects(
    ways: Sequence[Way], rungs: Sequence[Rung], *, years: int, pay_now: Decimal = ZERO, works_meanwhile: bool = True
) -> list[Prospect]:
    """What each way in comes to within `years` from its first day.

    Pay follows the rungs by years in the work, each as long as the source says; study counts for none. Meanwhile one
    earns `pay_now` a year, or nothing where one does not work beside study. The highest rung lasts to the end.
    """
    paid = [rung for rung in sorted(rungs, key=lambda rung: rung.position) if rung.pay is not None]
    months = min(years, LONGEST) * MONTHS
    return [
        Prospect(
            way,
            best=_sum(way.cost_low, way.months_min, paid, months, pay_now, works_meanwhile),
            worst=_sum(
                way.cost_high or way.cost_low, way.months_max or way.months_min, paid, months, pay_now, works_meanwhile
            ),
        )
        for way in ways
    ]


def of_answers(asked: Asked, answers: Answers) -> list[Prospect]:
    """The sums of the ways in whose cost is in the currency that the rungs are paid in."""
    currencies = {rung.currency for rung in asked.rungs if rung.pay is not None}
    return prospects(
        [way for way in asked.ways if {way.currency} == currencies],
        asked.rungs,
        years=answers.over,
        pay_now=answers.having.pay_now or ZERO,
        works_meanwhile=not answers.studies_full_time,
    )


def _sum(cost, study, paid, months, pay_now, works_meanwhile) -> Sum | None:
    if cost is None or study is None or not paid:
        return None
    beside = pay_now if works_meanwhile else ZERO
    earned, ahead, breaks_even = ZERO, -cost * MONTHS, None  # in twelfths of a year's pay, so that nothing is rounded
    for month in range(months):
        pay = beside if month < study else pay_in(paid, month - study)
        earned += pay
        ahead += pay - pay_now
        if breaks_even is None and ahead >= 0 and month >= study:
            breaks_even = month + 1
    forgone = (pay_now - beside) * min(study, months)
    return Sum(study, cost, _cents(forgone), _cents(earned), _cents(pay_now * months), breaks_even)


def _cents(twelfths: Decimal) -> Decimal:
    return (twelfths / MONTHS).quantize(Decimal("0.01"), ROUND_HALF_UP)


def pay_in(paid: Sequence[Rung], month: int) -> Decimal:
    """What the rungs pay a year in the month (from 0) of one's working life: the last rung whose years one has."""
    reached = [rung for rung in paid if (rung.years_min or 0) * MONTHS <= month]
    return (reached[-1] if reached else paid[0]).pay
