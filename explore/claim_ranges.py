"""Ranges that are percentiles of the record. No database."""

from collections.abc import Iterator, Sequence
from itertools import product

from explore import messages
from explore.claim_figures import is_alike, is_for_its_time
from explore.claim_parts import NOT_CHECKABLE, NumberCheck
from explore.fact_check_verdict import FactCheckVerdict
from explore.messages import Message
from explore.official_figures import OfficialAnswers
from facts.figure import Figure, Named
from facts.measures import Measure

ENDS = ((Measure.P10, Measure.P90), (Measure.P25, Measure.P75))


def check_range(claim: Figure, answers: OfficialAnswers) -> NumberCheck:
    """`official` is the low end's figure and `other` the high end's, of one release."""
    pairs = sorted(_pairs(claim, answers.counted), key=lambda pair: not is_for_its_time(claim, pair[0]))
    if not pairs:
        return NumberCheck(NOT_CHECKABLE)
    low, high = pairs[0]
    in_time = is_for_its_time(claim, low)
    return NumberCheck(FactCheckVerdict.OTHER_MEASURE if in_time else FactCheckVerdict.OTHER_VINTAGE, low, high)


def range_message(claim: Figure, check: NumberCheck, publisher: str, subject: Named) -> Message:
    if check.official is None or check.other is None:
        return messages.range_not_published(claim, publisher, subject)
    return messages.range_of_percentiles(claim, check.official, check.other)


def _pairs(claim: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    alike = [figure for figure in figures if is_alike(claim, figure) and figure.value is not None]
    lows = [figure for figure in alike if figure.value == claim.low]
    highs = [figure for figure in alike if figure.value == claim.high]
    for low, high in product(lows, highs):
        if (low.measure, high.measure) in ENDS and low.key == high.key:
            yield low, high
