"""Checks of each part of a claim. No database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from explore import messages
from explore.fact_check_verdict import FactCheckVerdict
from explore.growth_words import read_words, scale_of
from explore.messages import Message
from explore.official_figures import OfficialAnswers, is_within
from facts.figure import Figure
from facts.measures import Quantity
from facts.periods import Period

AGREES, CONTRADICTED = FactCheckVerdict.AGREES, FactCheckVerdict.CONTRADICTED
NOT_CHECKABLE = FactCheckVerdict.NOT_CHECKABLE


class ClaimPart(TextChoices):
    NUMBER = "number", "number"
    OPENINGS = "openings", "openings"
    WORDS = "words", "words"
    EDUCATION = "education", "education"
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
    jobs and measure, where the number could be checked.
    """

    verdict: FactCheckVerdict
    official: Figure | None = None
    other: Figure | None = None
    nearest: Figure | None = None


def check_number(claim: Figure, answers: OfficialAnswers) -> NumberCheck:
    """A claim without a period is compared with every release."""
    at_hand = at_hand_of(claim, answers.counted)
    if not at_hand:
        return NumberCheck(NOT_CHECKABLE)
    if agreeing := next((figure for figure in at_hand if claim.agrees_with(figure)), None):
        return NumberCheck(AGREES, agreeing, nearest=agreeing)
    nearest = _nearest(claim, answers.comparable)
    if other := _of_other_measure(claim, answers.counted):
        return NumberCheck(FactCheckVerdict.OTHER_MEASURE, at_hand[0], other, nearest)
    if nearest and nearest.value == claim.value:
        return NumberCheck(FactCheckVerdict.OTHER_VINTAGE, at_hand[0], nearest, nearest)
    return NumberCheck(CONTRADICTED, at_hand[0], nearest=nearest)


def at_hand_of(claim: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Same question and period, with a number, newest first."""
    same = [figure for figure in figures if is_alike(claim, figure) and figure.measure == claim.measure]
    return [figure for figure in same if is_for_its_time(claim, figure) and figure.value is not None]


def is_alike(claim: Figure, figure: Figure) -> bool:
    """A claim without a place is about its publisher's country."""
    if claim.level or figure.level:  # each guide's ladder has levels of its own
        return False
    if claim.quantity is Quantity.EMPLOYMENT and claim.field != figure.field:
        return False  # jobs at the start of a projection, and at its end
    here = claim.place is None or figure.place is None or claim.place.code == figure.place.code
    industries = (claim.industry and claim.industry.code, figure.industry and figure.industry.code)
    return here and figure.unit == claim.unit and industries[0] == industries[1]


def is_for_its_time(claim: Figure, figure: Figure) -> bool:
    return not claim.period.is_stated or is_within(_time_of(figure), _time_of(claim), claim.quantity)


def _time_of(figure: Figure) -> Period:
    """Jobs at the start of a projection are those of its first year, and jobs at its end those of its last."""
    start, end = figure.period.start, figure.period.end
    if figure.field == "employment_start" and start:
        return Period.of_year(start.year)
    return Period.of_year(end.year) if figure.field == "employment_end" and end else figure.period


def _nearest(claim: Figure, figures: Iterable[Figure]) -> Figure | None:
    same = [f for f in figures if is_alike(claim, f) and f.measure == claim.measure and f.value is not None]
    return min(same, key=lambda figure: abs(figure.known_value - claim.known_value), default=None)


def _of_other_measure(claim: Figure, figures: Iterable[Figure]) -> Figure | None:
    alike = (figure for figure in figures if is_alike(claim, figure) and is_for_its_time(claim, figure))
    return next((figure for figure in alike if figure.value == claim.value), None)


# Parts, with their sentences ------------------------------------------------------------------------------------------


def number_part(claim: Figure, check: NumberCheck, why_unchecked: Message) -> PartCheck:
    part = ClaimPart.OPENINGS if claim.quantity is Quantity.OPENINGS else ClaimPart.NUMBER
    return PartCheck(part, check.verdict, _number_message(claim, check, why_unchecked))


def _number_message(claim: Figure, check: NumberCheck, why_unchecked: Message) -> Message:
    if check.official is None:
        return why_unchecked
    if check.verdict is AGREES:
        return messages.number_agrees(claim, check.official)
    if check.verdict is FactCheckVerdict.OTHER_MEASURE and check.other:
        return messages.number_of_other_measure(claim, check.official, check.other)
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


def window_part(claim: Figure, check: NumberCheck, why_unchecked: Message) -> PartCheck:
    if not claim.period.is_stated:
        return PartCheck(ClaimPart.WINDOW, NOT_CHECKABLE, messages.window_not_stated(claim))
    if check.official is None:
        return PartCheck(ClaimPart.WINDOW, NOT_CHECKABLE, why_unchecked)
    if check.verdict is FactCheckVerdict.OTHER_VINTAGE and check.other:
        return PartCheck(ClaimPart.WINDOW, check.verdict, messages.window_of_other_release(claim, check.other))
    return PartCheck(ClaimPart.WINDOW, AGREES, messages.window_agrees(claim, check.official))


def industry_part(claim: Figure, official: Figure | None, why_unchecked: Message) -> PartCheck:
    if official is None:
        return PartCheck(ClaimPart.INDUSTRY, NOT_CHECKABLE, why_unchecked)
    return PartCheck(ClaimPart.INDUSTRY, AGREES, messages.industry_agrees(claim, official))
