"""Which official figures a claim may be held against. No database."""

from collections.abc import Sequence
from datetime import date

from explore.official_figures import is_within
from facts.figure import Figure, Named
from facts.measures import Measure, Quantity
from facts.periods import Period

CENTRAL = (Measure.MEDIAN, Measure.MEAN)
TELLING_DIGITS = 4


def at_hand_of(claim: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Same question and period, with a number, newest first."""
    return [figure for figure in measured_alike(claim, figures) if is_for_its_time(claim, figure)]


def measured_alike(claim: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Same question but for the period, with a number."""
    alike = (figure for figure in figures if is_alike(claim, figure) and is_measured_as(claim, figure))
    return [figure for figure in alike if figure.value is not None]


def is_alike(claim: Figure, figure: Figure) -> bool:
    """A claim without a place is about its publisher's country."""
    if claim.level or figure.level:  # each guide's ladder has levels of its own
        return False
    here = claim.place is None or figure.place is None or claim.place.code == figure.place.code
    return (
        here
        and figure.unit == claim.unit
        and _is_same(claim.industry, figure.industry)
        and _counts_alike(claim, figure)
    )


def _is_same(one: Named | None, other: Named | None) -> bool:
    return one is other or (one is not None and other is not None and one.code == other.code)


def _counts_alike(claim: Figure, figure: Figure) -> bool:
    """Jobs of a month are those of the survey; jobs of a year those of a projection's start or its end."""
    is_count = figure.quantity is Quantity.EMPLOYMENT and figure.measure is Measure.COUNT
    if not (is_count and claim.period.is_stated):
        return True
    if claim.period.is_month or figure.period.is_month:
        return claim.period.is_month and figure.period.is_month
    return (figure.field == "employment_end") == (claim.field == "employment_end")


def is_measured_as(claim: Figure, figure: Figure) -> bool:
    """A claim that does not state its measure may be a median or a mean."""
    return figure.measure == claim.measure or (claim.measure is Measure.NOT_STATED and figure.measure in CENTRAL)


def is_for_its_time(claim: Figure, figure: Figure) -> bool:
    if not claim.period.is_stated:
        return True
    return is_within(counted_at(figure), counted_at(claim), claim.quantity)


def counted_at(figure: Figure) -> Period:
    """A projection's jobs at the start or the end are those of one year."""
    period = figure.period
    is_count = figure.quantity is Quantity.EMPLOYMENT and figure.measure is Measure.COUNT
    if not (is_count and period.is_whole_years and period.start and period.end):
        return period
    return Period.of_year((period.end if figure.field == "employment_end" else period.start).year)


def of_other_month(claim: Figure, figures: Sequence[Figure]) -> Figure | None:
    """For a claim dated by a month: the figure of that year, if the survey is of another month."""
    if not claim.period.is_month:
        return None
    alike = (figure for figure in measured_alike(claim, figures) if figure.period.is_month)
    return next((figure for figure in alike if _year(figure.period.start) == _year(claim.period.start)), None)


def digits(claim: Figure) -> int:
    """Up to the last that is not nought: 3 for $45,500. Numbers with few may be equal by chance."""
    return len(f"{claim.value:f}".replace(".", "").strip("0"))


def _year(day: date | None) -> int | None:
    return day.year if day else None
