"""Two to four careers and occupations side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from explore.compare.answers import ComparedAnswer
from explore.compare.counted import CountedGroup, counted_groups
from explore.compare.items import MOST, ComparedItem, ItemChoice, address_name, choose
from explore.compare.reading import Known, read
from explore.compare.rows import RowQuestion, row_groups
from explore.compare.suggestions import Suggestion, suggest, suggest_pairs
from explore.compare.verdicts import ComparisonVerdict, Judgement, judge_figures, judge_words
from explore.filters.problems import Problem
from facts.edition_key import edition_read, once_per_edition
from facts.figure import Named
from facts.models import Edition

__all__ = [
    "MOST",
    "ComparedAnswer",
    "ItemChoice",
    "Comparison",
    "CountedGroup",
    "ComparedItem",
    "ComparedRow",
    "RowGroup",
    "Suggestion",
    "ComparisonVerdict",
    "address_name",
    "choose",
    "compare",
    "suggest",
    "suggest_pairs",
]


KEPT = 20
"""Comparisons, each of which is shown in several forms."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    key: str
    title: str
    cells: list[list[ComparedAnswer]]
    judgement: Judgement

    @property
    def verdict(self) -> ComparisonVerdict:
        return self.judgement.verdict


@dataclass(frozen=True, slots=True)
class RowGroup:
    title: str
    rows: list[ComparedRow]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`counted` are the groups that may share an axis."""

    items: list[ComparedItem]
    problems: list[Problem]
    groups: list[RowGroup]
    counted: list[CountedGroup]
    readings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> list[ComparedRow]:
        return [row for group in self.groups for row in group.rows]

    @property
    def sources(self) -> dict[str, tuple[str, Named]]:
        """By slug, in the order of rows."""
        answers = (answer for row in self.rows for cell in row.cells for answer in cell)
        return {answer.source.code: (answer.publisher, answer.source) for answer in answers}


def compare(names: Sequence[str]) -> Comparison:
    """A fixed number of queries. See `choose` for `names`."""
    choice = choose(names)
    if len(choice.items) < 2:
        return Comparison(choice.items, choice.problems, [], [], choice.readings)
    edition = edition_read()
    groups, counted = compared(edition, edition, tuple(choice.items))
    return Comparison(choice.items, choice.problems, groups, counted, choice.readings)


@once_per_edition(maxsize=KEPT)
def compared(edition: Edition | None, items: tuple[ComparedItem, ...]) -> tuple[list[RowGroup], list[CountedGroup]]:
    known = read(items, edition)
    return list(_groups(known)), counted_groups(known)


def _groups(known: list[Known]) -> Iterator[RowGroup]:
    letters = "".join(one.item.letter for one in known)
    for title, questions in row_groups():
        rows = [row for question in questions if (row := _row(question, known, letters))]
        if rows:
            yield RowGroup(title, rows)


def _row(question: RowQuestion, known: list[Known], letters: str) -> ComparedRow | None:
    cells = [question.answers(one) for one in known]
    if question.words:
        judgement = judge_words(cells, letters)
    else:
        judgement = judge_figures([question.figures_of(one) for one in known], letters, never=question.never)
    return ComparedRow(question.key, question.title, cells, judgement) if judgement else None
