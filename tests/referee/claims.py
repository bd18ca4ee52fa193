"""What each claim must come to, by rules written out again."""

import re
from decimal import Decimal

from tests.referee.raw import RawFigure, RawRecord, year_of

WORST = ("contradicted", "other_vintage", "other_measure", "agrees")
WORDS_2024_34 = {
    "much faster than average": (7, 10**6),
    "faster than average": (5, 6),
    "as fast as average": (3, 4),
    "slower than average": (1, 2),
    "little or no change": (0, 0),
    "decline": (-100, -1),
}


def step_of(value: Decimal, *, is_percent: bool) -> Decimal:
    """What a number seems rounded to: its last digit that is not nought, at most thousands."""
    if is_percent:
        return Decimal(1) if value == int(value) else Decimal("0.1")
    if value != int(value):
        return Decimal("0.01")
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0")) if value else 0
    return Decimal(10 ** min(zeros, 3))


def step_in_millions(printed: str) -> Decimal:
    """What "1.6 million" is rounded to; 0 where nothing is printed so."""
    found = re.search(r"(\.\d+)? million", printed)
    return Decimal(10) ** (6 - max(len(found[1] or "") - 1, 0)) if found else Decimal(0)


def same_number(one: Decimal, other: Decimal, *, is_percent: bool, printed: str = "") -> bool:
    """Whether two numbers are within the coarser one's rounding; `printed` is how a guide has the first."""
    step = max(step_of(one, is_percent=is_percent), step_of(other, is_percent=is_percent), step_in_millions(printed))
    return one == other or abs(one - other) < step


def is_in_time(figure: RawFigure, claim) -> bool:
    """Whether it is for the time that the claim states, any where it states none."""
    start, end = claim.period.start, claim.period.end
    if start is None:
        return True
    if figure.quantity == "pay":
        return start <= figure.start and figure.end <= end
    return (figure.start, figure.end) == year_of(str(claim.field), start, end)


def _about(claim, figures) -> list[RawFigure]:
    if claim.industry or claim.level or (claim.place and claim.place.code != "US"):
        return []  # what is read of the record is of the whole country and all industries
    if claim.quantity == "pay" and claim.unit.name != "USD":
        return []
    field = claim.field if claim.quantity == "employment" else ""
    return [f for f in figures if (f.quantity, f.per, f.field) == (str(claim.quantity), claim.unit.per, field)]


def expected_number(claim, group: int, record: RawRecord) -> str:
    """The verdict on the claim's number for one group that counts the career."""
    about = _about(claim, record.counted(group))
    in_time = [f for f in about if f.measure == str(claim.measure) and is_in_time(f, claim)]
    is_percent = claim.unit.name == "percent"
    if not in_time:
        return "not_checkable"
    if any(same_number(claim.value, f.value, is_percent=is_percent, printed=claim.as_printed) for f in in_time):
        return "agrees"
    if any(f.value == claim.value for f in about if is_in_time(f, claim)):
        return "other_measure"
    same = [f for f in _about(claim, record.same_jobs(group)) if f.measure == str(claim.measure)]
    return "other_vintage" if any(f.value == claim.value for f in same) else "contradicted"


def nearest(claim, group: int, record: RawRecord) -> Decimal | None:
    """The value of the same jobs and measure that is the least away; None where there is none."""
    same = [f for f in _about(claim, record.same_jobs(group)) if f.measure == str(claim.measure)]
    return min((f.value for f in same), key=lambda value: abs(value - claim.value), default=None)


def expected_words(wording: str, growth: Decimal, years: tuple[int, int]) -> str:
    """The verdict on words for a growth that is given to a tenth: of 2024–34 alone."""
    if years != (2024, 2034):
        return "not_checkable"
    term = next((term for term in WORDS_2024_34 if term in wording), None)
    if term is None:
        return "not_checkable"
    low, high = WORDS_2024_34[term]
    return "agrees" if low - Decimal("0.5") <= growth <= high + Decimal("0.5") else "contradicted"


def worst(verdicts) -> str:
    """The worst of those that could be checked."""
    return next((verdict for verdict in WORST if verdict in verdicts), "not_checkable")
