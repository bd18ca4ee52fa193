"""What each claim must come to, by rules written out again."""

from decimal import Decimal

from tests.referee.raw import RawFigure, RawRecord

WORST = ("contradicted", "other_vintage", "other_measure", "agrees")
WORDS_2024_34 = {
    "much faster than average": (7, 10**6),
    "faster than average": (5, 6),
    "as fast as average": (3, 4),
    "slower than average": (1, 2),
    "little or no change": (0, 0),
    "decline": (-100, -1),
}


OFFICIAL_STEP = {"percent": Decimal("0.1"), "jobs": Decimal(100)}
CENTRAL = ("median", "mean")
RANGES = (("p10", "p90"), ("p25", "p75"))


def step_of(value: Decimal, unit: str, *, official: bool) -> Decimal:
    """What a number is rounded to: an official one little, any other as its noughts seem to say."""
    seeming = _seeming_step(value, is_percent=unit == "percent")
    return min(seeming, OFFICIAL_STEP.get(unit, Decimal(10))) if official else seeming


def _seeming_step(value: Decimal, *, is_percent: bool) -> Decimal:
    """Its last digit that is not nought: at most thousands, or a tenth of a million from there on."""
    if is_percent:
        return Decimal(1) if value == int(value) else Decimal("0.1")
    if value != int(value):
        return Decimal("0.01")
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0")) if value else 0
    return Decimal(10 ** min(zeros, 5 if abs(value) >= 1_000_000 else 3))


def same_number(one: Decimal, other: Decimal, *, unit: str, official: tuple[bool, bool] = (False, True)) -> bool:
    """Whether two numbers are within the coarser one's rounding; `official` says which of the two are."""
    steps = (step_of(value, unit, official=flag) for value, flag in zip((one, other), official, strict=True))
    return one == other or abs(one - other) < max(steps)


def is_in_time(figure: RawFigure, claim) -> bool:
    """Whether it is for the time that the claim states, any where it states none."""
    start, end = claim.period.start, claim.period.end
    if start is None:
        return True
    if figure.part in ("start", "end"):
        return figure.start.year == (end.year if figure.part == "end" else start.year)
    if figure.quantity == "pay" or figure.part == "survey":
        return start <= figure.start and figure.end <= end
    return (figure.start, figure.end) == (start, end)


def is_dated_by_month(claim) -> bool:
    start, end = claim.period.start, claim.period.end
    return start is not None and (start.year, start.month) == (end.year, end.month)


def _about(claim, figures) -> list[RawFigure]:
    if claim.industry or claim.level or (claim.place and claim.place.code != "US"):
        return []  # what is read of the record is of the whole country and all industries
    if claim.quantity == "pay" and claim.unit.name != "USD":
        return []
    found = [f for f in figures if (f.quantity, f.per) == (str(claim.quantity), claim.unit.per)]
    return [f for f in found if f.part in _parts(claim, f)]


def _parts(claim, figure: RawFigure) -> tuple[str, ...]:
    """The parts of jobs that a claim is about; those of any other quantity are one."""
    if figure.measure != "count" or figure.quantity != "employment" or claim.period.start is None:
        return (figure.part,)
    if is_dated_by_month(claim):
        return ("survey",)
    return ("end",) if claim.field == "employment_end" else ("start",)


def _measures(claim) -> tuple[str, ...]:
    return CENTRAL if claim.measure == "not_stated" else (str(claim.measure),)


def _measured(claim, figures) -> list[RawFigure]:
    return [f for f in _about(claim, figures) if f.measure in _measures(claim)]


def expected_number(claim, group: int, record: RawRecord) -> str:
    """The verdict on the claim's number for one group that counts the career."""
    if claim.value is None:
        return expected_range(claim, group, record)
    about, measured = _about(claim, record.counted(group)), _measured(claim, record.counted(group))
    in_time = [f for f in measured if is_in_time(f, claim)]
    others = [f for f in about if f.measure in CENTRAL and f.measure != claim.measure]
    elsewhere = _tells(claim) and any(f.value == claim.value for f in others)
    if not in_time:
        return _of_another_month(claim, measured, "other_vintage" if elsewhere else "not_checkable")
    if any(same_number(claim.value, f.value, unit=claim.unit.name) for f in in_time):
        return "agrees"
    if any(f.value == claim.value for f in about if is_in_time(f, claim)):
        return "other_measure"
    if any(f.value == claim.value for f in _measured(claim, record.same_jobs(group))):
        return "other_vintage"
    if elsewhere:
        return "other_vintage"
    if claim.measure == "not_stated" or _is_between(claim, [f.value for f in in_time]):
        return "not_checkable"
    return "contradicted"


def _tells(claim) -> bool:
    """A median or a mean of so many digits that it is hardly equal to another by chance."""
    return claim.measure in CENTRAL and len(str(claim.value).replace(".", "").strip("0")) >= 4


def _of_another_month(claim, measured, otherwise: str) -> str:
    """A claim for March 2010 that says what the survey of May 2010 does."""
    if not is_dated_by_month(claim):
        return otherwise
    monthly = [f for f in measured if f.start.month == f.end.month and f.start.year == claim.period.start.year]
    is_its = any(same_number(claim.value, f.value, unit=claim.unit.name) for f in monthly[:1])
    return "other_vintage" if is_its else otherwise


def _is_between(claim, values: list[Decimal]) -> bool:
    """Without a time, a number among those loaded may be of a release that is not."""
    if claim.period.start is not None or min(values) == max(values):
        return False
    beyond = 0 if claim.quantity == "pay" else max(values) - min(values)
    return min(values) - beyond < claim.value < max(values) + beyond


def expected_range(claim, group: int, record: RawRecord) -> str:
    """Two percentiles of one release, or nothing that can be checked."""
    about = _about(claim, record.counted(group))
    lows = [f for f in about if f.value == claim.low]
    highs = [f for f in about if f.value == claim.high]
    pairs = [(f, g) for f in lows for g in highs if (f.measure, g.measure) in RANGES and f.start == g.start]
    pairs = [(f, g) for f, g in pairs if f.group == g.group]
    if any(is_in_time(low, claim) for low, _ in pairs):
        return "other_measure"
    return "other_vintage" if pairs else "not_checkable"


def is_taken_from(claim, group: int, record: RawRecord) -> bool:
    """Whether a claim that credits nobody is a figure of the record to the digit."""
    if claim.value is None:
        return expected_range(claim, group, record) != "not_checkable"
    if claim.quantity not in ("pay", "employment", "openings"):
        return False
    many_digits = len(str(claim.value).replace(".", "").strip("0")) >= 4
    is_dated = claim.period.start is not None
    for figure in _about(claim, record.counted(group)):
        signs = (figure.measure in _measures(claim), is_dated and is_in_time(figure, claim), many_digits)
        if figure.value == claim.value and sum(signs) > 1:
            return True
    return False


def nearest(claim, group: int, record: RawRecord) -> Decimal | None:
    """The value of the same jobs and measure that is the least away; None where there is none."""
    values = (f.value for f in _measured(claim, record.same_jobs(group)))
    return min(values, key=lambda value: abs(value - claim.value), default=None)


def worded(wording: str) -> str:
    """ "much faster than average", of "Much faster than the average"."""
    return wording.lower().replace("the ", "")


def expected_words(wording: str, growth: Decimal, years: tuple[int, int]) -> str:
    """The verdict on words for a growth that is given to a tenth: of 2024–34 alone."""
    if years != (2024, 2034):
        return "not_checkable"
    term = next((term for term in WORDS_2024_34 if term in worded(wording)), None)
    if term is None:
        return "not_checkable"
    low, high = WORDS_2024_34[term]
    return "agrees" if low - Decimal("0.5") <= growth <= high + Decimal("0.5") else "contradicted"


def worst(verdicts) -> str:
    """The worst of those that could be checked."""
    return next((verdict for verdict in WORST if verdict in verdicts), "not_checkable")
