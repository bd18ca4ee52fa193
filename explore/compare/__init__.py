"""Two to four careers and occupations side by side: what differs, what is the same, what may not be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explore.compare.answers import Answer
from explore.compare.counted import CountedGroup, counted_groups
from explore.compare.items import MOST, Choice, Item, address_name, choose
from explore.compare.reading import Known, read
from explore.compare.rows import RowQuestion, row_groups
from explore.compare.suggestions import Suggestion, suggest, suggest_pairs
from explore.compare.verdicts import ComparisonVerdict, Judgement, judge_figures, judge_words
from explore.filters.problems import Problem
from facts.figure import Named

__all__ = [
    "MOST",
    "Answer",
    "Choice",
    "Comparison",
    "CountedGroup",
    "Item",
    "Row",
    "RowGroup",
    "Suggestion",
    "ComparisonVerdict",
    "address_name",
    "choose",
    "compare",
    "suggest",
    "suggest_pairs",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: for each item its answers (none where it says nothing), and what comes of them."""

    key: str
    title: str
    cells: list[list[Answer]]
    judgement: Judgement

    @property
    def verdict(self) -> ComparisonVerdict:
        """What the row comes to."""
        return self.judgement.verdict


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows on one matter."""

    title: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The items, what was wrong with what was asked for, and the rows on which any item says something.

    `counted` are the coded groups that the items fall in, which alone may share an axis.
    """

    items: list[Item]
    problems: list[Problem]
    groups: list[RowGroup]
    counted: list[CountedGroup]

    @property
    def rows(self) -> list[Row]:
        """Every row."""
        return [row for group in self.groups for row in group.rows]

    @property
    def sources(self) -> dict[str, tuple[str, Named]]:
        """Publisher and source of every answer, by the source's slug, in the order of the rows."""
        answers = (answer for row in self.rows for cell in row.cells for answer in cell)
        return {answer.source.code: (answer.publisher, answer.source) for answer in answers}


def compare(names: Sequence[str]) -> Comparison:
    """Set side by side what `names` mean (see `choose`); without rows where fewer than two are found.

    The number of queries is the same however many rows an item has.
    """
    choice = choose(names)
    if len(choice.items) < 2:
        return Comparison(choice.items, choice.problems, [], [])
    known = read(choice.items)
    return Comparison(choice.items, choice.problems, list(_groups(known)), counted_groups(known))


def _groups(known: list[Known]) -> Iterator[RowGroup]:
    letters = "".join(one.item.letter for one in known)
    for title, questions in row_groups():
        rows = [row for question in questions if (row := _row(question, known, letters))]
        if rows:
            yield RowGroup(title, rows)


def _row(question: RowQuestion, known: list[Known], letters: str) -> Row | None:
    cells = [question.answers(one) for one in known]
    if question.words:
        judgement = judge_words(cells, letters)
    else:
        judgement = judge_figures([question.figures_of(one) for one in known], letters, never=question.never)
    return Row(question.key, question.title, cells, judgement) if judgement else None
