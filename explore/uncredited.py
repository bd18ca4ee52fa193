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
    if claim.value is None or claim.quantity not in QUANTITIES or digits(claim) < TELLING_DIGITS:
        return False
    equal = (figure for figure in answers.counted if figure.value == claim.value and is_alike(claim, figure))
    return any(is_measured_as(claim, figure) or _is_in_stated_time(claim, figure) for figure in equal)


def _is_in_stated_time(claim: Figure, figure: Figure) -> bool:
    return claim.period.is_stated and is_for_its_time(claim, figure)
