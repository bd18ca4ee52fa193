"""Sentences about figures of several jobs. Only figures that answer one question, apart from the job, are compared."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from explore.compare.verdicts import ITS_OWN
from explore.jobs.document import JobDocument
from explore.messages import Message
from explore.side_by_side.naming import name_of
from explore.side_by_side.rows import Documents
from facts.comparison import question
from facts.figure import Figure

JobFigure = tuple[JobDocument, Figure]
Gap = Callable[[JobFigure, JobFigure], str]
MANY_TIMES = Decimal("1.95")


def compared(kind: str, documents: Documents, figures: Sequence[Figure | None], gap: Gap, same: str) -> list[Message]:
    """The highest against each other one; `same` is what is said of equal ones. Of two bounds neither is higher."""
    ordered = _alike(documents, figures)
    return [_message(kind, ordered[0], other, gap, same) for other in ordered[1:]]


def _alike(documents: Documents, figures: Sequence[Figure | None]) -> list[JobFigure]:
    """The most that answer one question, the highest first."""
    groups: dict[tuple, list[JobFigure]] = defaultdict(list)
    for document, figure in zip(documents, figures, strict=True):
        if figure is not None and figure.value is not None:
            groups[question(figure, without=ITS_OWN)].append((document, figure))
    largest = max(groups.values(), key=len, default=[])
    return sorted(largest, key=_highest_first) if len(largest) > 1 else []


def _highest_first(pair: JobFigure) -> tuple[Decimal, bool]:
    _, figure = pair
    return -figure.known_value, not figure.is_at_least


def _message(kind: str, high: JobFigure, low: JobFigure, gap: Gap, same: str) -> Message:
    names = name_of(high[0]), name_of(low[0])
    args = {"high": high[1], "low": low[1], "titles": names}
    if low[1].is_at_least:
        text = f"For {names[0]} and {names[1]} alike it is {low[1].value_text}, and nothing higher is printed."
        return Message(f"{kind}_bounds", text, args)
    if high[1].value == low[1].value:
        return Message(f"{kind}_same", same.format(*names, high[1].value_text), args)
    return Message(kind, gap(high, low), args)


def times_as_high(high: Figure, low: Figure) -> str:
    """ "about 15 times as high", "about 20% higher"; in whole numbers."""
    if not low.known_value:
        return "higher"
    ratio = high.known_value / low.known_value
    if ratio >= MANY_TIMES:
        return f"about {round(ratio)} times as high"
    return f"about {percent_more(high, low)}% higher"


def is_higher(what: str, high: JobFigure, low: JobFigure) -> str:
    """ "The number of people is about 15 times as high for a registered nurse as for a cook." """
    times = times_as_high(high[1], low[1])
    than = "as" if times.endswith("as high") else "than"
    return f"{what} is {times} for {name_of(high[0])} {than} for {name_of(low[0])}."


def percent_more(high: Figure, low: Figure) -> int:
    return round(100 * (high.known_value / low.known_value - 1))


def given(figures: Sequence[Figure | None]) -> Iterator[Figure]:
    return (figure for figure in figures if figure is not None and not figure.is_missing)
