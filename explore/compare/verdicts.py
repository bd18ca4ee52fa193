"""Whether the answers in a row can be compared. No database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from explore.compare.answers import ComparedAnswer
from explore.compare.words import gap, listed, reasons_apart, stand_apart, two_answers
from explore.messages import Message, join
from facts.comparison import question
from facts.figure import Figure
from facts.wording import Wording, register_wordings

Cell = Sequence[Figure]
ITS_OWN = ("subject", "level")
"""The parts of a question that each item has of its own: the rest must be the same for figures to be compared."""


class ComparisonVerdict(TextChoices):
    DIFFERS = "differs", "Differs"
    SAME = "same", "Same"
    ONE_SAYS = "one_says", "Only one says"
    NOT_COMPARED = "not_compared", "Not compared"


@dataclass(frozen=True, slots=True)
class ComparisonWording(Wording):
    choice: str


WORDINGS = {
    ComparisonVerdict.DIFFERS: ComparisonWording(
        "differ", "differ", "They answer the same question differently.", choice="differ"
    ),
    ComparisonVerdict.NOT_COMPARED: ComparisonWording(
        "apart", "not compared", "They answer different questions.", choice="apart"
    ),
    ComparisonVerdict.ONE_SAYS: ComparisonWording("none", "only one says", "Only one has an answer.", choice="one"),
    ComparisonVerdict.SAME: ComparisonWording("agrees", "same", "They give the same answer.", choice="same"),
}
register_wordings(ComparisonVerdict, WORDINGS)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`apart` are positions of answers to a different question."""

    verdict: ComparisonVerdict
    messages: tuple[Message, ...] = ()
    apart: frozenset[int] = frozenset()

    @property
    def reason(self) -> str:
        return join(self.messages)


def judge_figures(cells: Sequence[Cell], letters: str, *, never: str = "") -> Judgement | None:
    """One cell for each item; None if all are empty.

    `never` is the reason for a row that is never compared.
    """
    present = [[figure for figure in cell if not figure.is_missing] for cell in cells]
    speaking = [column for column, cell in enumerate(present) if cell]
    if len(speaking) < 2:
        return Judgement(ComparisonVerdict.ONE_SAYS) if speaking else None
    if never:
        return Judgement(ComparisonVerdict.NOT_COMPARED, (Message("never_compared", never),), frozenset(speaking))
    questions = _questions(present)
    shared = max(questions.values(), key=len)  # the first of the longest: figures come in the order of their importance
    if len(shared) == len(speaking):
        return _compared(shared, letters)
    return _apart(present, speaking, shared, letters)


def _questions(present: Sequence[Sequence[Figure]]) -> dict[tuple, dict[int, list[Figure]]]:
    answers: dict[tuple, dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for column, cell in enumerate(present):
        for figure in cell:
            answers[question(figure, without=ITS_OWN)][column].append(figure)
    return answers


def _compared(shared: Mapping[int, Sequence[Figure]], letters: str) -> Judgement:
    unsettled = [column for column, figures in shared.items() if not _settled(figures)]
    everything = [figure for figures in shared.values() for figure in figures]
    if _settled(everything):
        return Judgement(ComparisonVerdict.SAME)
    if not unsettled:
        return Judgement(ComparisonVerdict.DIFFERS, tuple(gap(shared, letters)))
    reasons = tuple(two_answers(shared[column], letters[column]) for column in unsettled)
    if _overlap(shared):
        settled = {column: figures for column, figures in shared.items() if column not in unsettled}
        return Judgement(ComparisonVerdict.NOT_COMPARED, (*reasons, *gap(settled, letters)), frozenset(unsettled))
    return Judgement(ComparisonVerdict.DIFFERS, reasons)


def _settled(figures: Sequence[Figure]) -> bool:
    return all(figures[0].agrees_with(other) for other in figures[1:])


def _overlap(shared: Mapping[int, Sequence[Figure]]) -> bool:
    columns = list(shared.values())
    pairs = ((one, other) for place, one in enumerate(columns) for other in columns[place + 1 :])
    return any(mine.agrees_with(its) for one, other in pairs for mine in one for its in other)


def _apart(
    present: Sequence[Sequence[Figure]], speaking: Sequence[int], shared: Mapping[int, Sequence[Figure]], letters: str
) -> Judgement:
    answers = {column: present[column] for column in speaking}
    if len(shared) < 2:
        return Judgement(ComparisonVerdict.NOT_COMPARED, (reasons_apart(answers, letters),), frozenset(speaking))
    together = _compared(shared, letters)
    rest = [column for column in speaking if column not in shared]
    reasons = (*together.messages, stand_apart({**answers, **shared}, rest, letters))
    return Judgement(ComparisonVerdict.NOT_COMPARED, reasons, frozenset(rest))


def judge_words(cells: Sequence[Sequence[ComparedAnswer]], letters: str) -> Judgement | None:
    """None if no item has an answer."""
    speaking = [cell for cell in cells if cell]
    if len(speaking) < 2:
        return Judgement(ComparisonVerdict.ONE_SAYS) if speaking else None
    tokens = [frozenset().union(*(answer.tokens for answer in cell)) for cell in speaking]
    if len(set(tokens)) == 1:
        return Judgement(ComparisonVerdict.SAME)
    names = [{name: None for answer in cell for name in answer.names} for cell in speaking]
    common = [name for name in names[0] if all(name in others for others in names[1:])]
    shared = Message("in_common", f"In common: {listed(common)}.", {"names": tuple(common)})
    return Judgement(ComparisonVerdict.DIFFERS, (shared,) if common else ())
