"""Checks of each part of a claim. No database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices

from explore import messages
from explore.claim_figures import (
    CENTRAL,
    TELLING_DIGITS,
    at_hand_of,
    digits,
    is_alike,
    is_for_its_time,
    measured_alike,
    of_other_month,
)
from explore.fact_check_verdict import FactCheckVerdict
from explore.growth_words import read_words, scale_of
from explore.messages import Message
from explore.official_figures import OfficialAnswers
from facts.figure import Figure
from facts.measures import Measure, Quantity
from facts.periods import OLD_AFTER_YEARS

AGREES, CONTRADICTED = FactCheckVerdict.AGREES, FactCheckVerdict.CONTRADICTED
NOT_CHECKABLE = FactCheckVerdict.NOT_CHECKABLE


class ClaimPart(TextChoices):
    NUMBER = "number", "number"
    OPENINGS = "openings", "openings"
    WORDS = "words", "words"
    EDUCATION = "education", "education"
    MEASURE = "measure", "measure"
    WINDOW = "window", "time"
    INDUSTRY = "industry", "industry"


@dataclass(frozen=True, slots=True)
class PartCheck:
    part: ClaimPart
    verdict: FactCheckVerdict
    message: Message


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """`other` is a figure of another period or measure with exactly this number; `nearest` the closest for the same
    jobs and measure.
    """

    verdict: FactCheckVerdict
    official: Figure | None = None
    other: Figure | None = None
    nearest: Figure | None = None


def check_number(claim: Figure, answers: OfficialAnswers) -> NumberCheck:
    """A claim without a period is compared with every release."""
    at_hand = at_hand_of(claim, answers.counted)
    nearest = _nearest(claim, answers.comparable)
    if not at_hand:
        return _check_elsewhere(claim, answers, nearest)
    if agreeing := next((figure for figure in at_hand if claim.agrees_with(figure)), None):
        return NumberCheck(AGREES, agreeing, nearest=agreeing)
    if other := _of_other_measure(claim, answers.counted):
        return NumberCheck(FactCheckVerdict.OTHER_MEASURE, at_hand[0], other, nearest)
    if nearest and nearest.value == claim.value:
        return NumberCheck(FactCheckVerdict.OTHER_VINTAGE, at_hand[0], nearest, nearest)
    if other := _of_other_measure_and_time(claim, answers.counted):
        return NumberCheck(FactCheckVerdict.OTHER_VINTAGE, at_hand[0], other, nearest)
    if claim.measure is Measure.NOT_STATED or _may_be_of_another_release(claim, at_hand):
        return NumberCheck(NOT_CHECKABLE, nearest=nearest)
    return NumberCheck(CONTRADICTED, at_hand[0], nearest=nearest)


def _may_be_of_another_release(claim: Figure, at_hand: Sequence[Figure]) -> bool:
    """A claim without a period, between figures of releases that are loaded: one that is not may say it.

    Few editions of the projections are loaded: others may lie as far outside as these lie apart.
    """
    values = [figure.value for figure in at_hand if figure.value is not None]
    if claim.period.is_stated or claim.value is None:
        return False
    low, high = min(values), max(values)
    beyond = Decimal(0) if claim.quantity is Quantity.PAY else high - low
    return low < high and low - beyond < claim.value < high + beyond


def _check_elsewhere(claim: Figure, answers: OfficialAnswers, nearest: Figure | None) -> NumberCheck:
    """Nothing is at hand for the claim's time: its year's survey may be of another month, or its number of another."""
    of_year = of_other_month(claim, answers.counted)
    if of_year and claim.agrees_with(of_year):
        return NumberCheck(FactCheckVerdict.OTHER_VINTAGE, of_year, of_year, nearest)
    if other := _of_other_measure_and_time(claim, answers.counted):
        return NumberCheck(FactCheckVerdict.OTHER_VINTAGE, other=other, nearest=nearest)
    return NumberCheck(NOT_CHECKABLE, nearest=nearest)


def _nearest(claim: Figure, figures: Sequence[Figure]) -> Figure | None:
    alike = measured_alike(claim, figures)
    return min(alike, key=lambda figure: abs(figure.known_value - claim.known_value), default=None)


def _of_other_measure(claim: Figure, figures: Iterable[Figure]) -> Figure | None:
    alike = (figure for figure in figures if is_alike(claim, figure) and is_for_its_time(claim, figure))
    return next((figure for figure in alike if figure.value == claim.value), None)


def _of_other_measure_and_time(claim: Figure, figures: Sequence[Figure]) -> Figure | None:
    """A mean of 2017 that is called a median of 2020."""
    if digits(claim) < TELLING_DIGITS or claim.measure not in CENTRAL:
        return None
    others = (figure for figure in figures if figure.measure in CENTRAL and figure.measure != claim.measure)
    return next((figure for figure in others if figure.value == claim.value and is_alike(claim, figure)), None)


# Parts, with their sentences ------------------------------------------------------------------------------------------


def number_part(claim: Figure, check: NumberCheck, why_unchecked: Message) -> PartCheck:
    part = ClaimPart.OPENINGS if claim.quantity is Quantity.OPENINGS else ClaimPart.NUMBER
    return PartCheck(part, check.verdict, _number_message(claim, check, why_unchecked))


def _number_message(claim: Figure, check: NumberCheck, why_unchecked: Message) -> Message:
    if claim.is_range:
        return why_unchecked
    if check.official is None:
        return messages.number_of_other_release(claim, None, check.other) if check.other else why_unchecked
    if check.verdict is AGREES:
        return messages.number_agrees(claim, check.official)
    if check.verdict is FactCheckVerdict.OTHER_MEASURE and check.other:
        return messages.number_of_other_measure(claim, check.official, check.other)
    if check.verdict is FactCheckVerdict.OTHER_VINTAGE and check.other is check.official:
        return messages.number_of_other_month(claim, check.official)
    if check.verdict is FactCheckVerdict.OTHER_VINTAGE and check.other:
        return messages.number_of_other_release(claim, check.official, check.other)
    return messages.number_contradicted(claim, check.official, check.nearest)


def words_part(claim: Figure, official: Figure | None, average: Figure | None, why_unchecked: Message) -> PartCheck:
    scale = scale_of(official.period) if official else None
    if official is None or official.value is None:
        return PartCheck(ClaimPart.WORDS, NOT_CHECKABLE, why_unchecked)
    if scale is None:
        needs = f"{official.publisher}’s scale of growth words for {official.period_text}"
        return PartCheck(ClaimPart.WORDS, NOT_CHECKABLE, messages.not_loaded(needs))
    term, words = read_words(claim.wording), scale.words_for(official.value)
    if not term:
        return PartCheck(ClaimPart.WORDS, NOT_CHECKABLE, messages.words_unknown(claim))
    if term in words:
        return PartCheck(ClaimPart.WORDS, AGREES, messages.words_agree(claim, official, words, average))
    return PartCheck(ClaimPart.WORDS, CONTRADICTED, messages.words_contradicted(claim, official, words, average))


def measure_part(claim: Figure) -> PartCheck:
    return PartCheck(ClaimPart.MEASURE, NOT_CHECKABLE, messages.measure_not_stated(claim))


def window_part(claim: Figure, check: NumberCheck, answers: OfficialAnswers, why_unchecked: Message) -> PartCheck:
    if not claim.period.is_stated:
        return PartCheck(ClaimPart.WINDOW, NOT_CHECKABLE, messages.window_not_stated(claim))
    if check.verdict is FactCheckVerdict.OTHER_VINTAGE and check.other:
        return PartCheck(ClaimPart.WINDOW, check.verdict, messages.window_of_other_release(claim, check.other))
    if check.official is None:
        return PartCheck(ClaimPart.WINDOW, NOT_CHECKABLE, why_unchecked)
    newest = _much_newer(claim, check.official, answers)
    return PartCheck(ClaimPart.WINDOW, AGREES, messages.window_agrees(claim, check.official, newest))


def _much_newer(claim: Figure, official: Figure, answers: OfficialAnswers) -> Figure | None:
    """The newest figure for the same jobs, if the claim's is old beside it."""
    newest = max(measured_alike(claim, answers.comparable), key=_end, default=None)
    return newest if newest and _end(newest) - _end(official) >= OLD_AFTER_YEARS else None


def _end(figure: Figure) -> int:
    return figure.period.end.year if figure.period.end else 0


def industry_part(claim: Figure, official: Figure | None, why_unchecked: Message) -> PartCheck:
    if official is None:
        return PartCheck(ClaimPart.INDUSTRY, NOT_CHECKABLE, why_unchecked)
    return PartCheck(ClaimPart.INDUSTRY, AGREES, messages.industry_agrees(claim, official))
