"""Claims that credit nobody and are a figure of the record to the digit. No database."""

from explore.claim_figures import TELLING_DIGITS, digits, is_alike, is_for_its_time, is_measured_as
from explore.claim_ranges import check_range
from explore.official_figures import OfficialAnswers
from facts.figure import Figure
from facts.measures import Quantity

QUANTITIES = (Quantity.PAY, Quantity.EMPLOYMENT, Quantity.OPENINGS)


def is_of_the_record(claim: Figure, answers: OfficialAnswers) -> bool:
    if claim.is_range:
        return check_range(claim, answers).official is not None
    if claim.value is None or claim.quantity not in QUANTITIES:
        return False
    equal = (figure for figure in answers.counted if figure.value == claim.value and is_alike(claim, figure))
    return any(_is_telling(claim, figure) for figure in equal)


def _is_telling(claim: Figure, figure: Figure) -> bool:
    """Of two of time, measure and digits, so that it is hardly equal by chance."""
    in_time = claim.period.is_stated and is_for_its_time(claim, figure)
    return in_time + is_measured_as(claim, figure) + (digits(claim) >= TELLING_DIGITS) >= 2
