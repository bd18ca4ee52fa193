import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from django.utils.text import slugify

from explore.compare import ComparedAnswer, ComparedRow, Comparison
from explore.compare.verdicts import WORDINGS

# A spreadsheet takes a text that begins so for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST_NAME = 120
COLUMNS = ("group", "row", "verdict", "reason", "letter", "item", "answer", "words", "value", "publisher", "source")


def comparison_csv(comparison: Comparison) -> str:
    """A line an answer; an item that says nothing has one too.

    `value` is "47190" or "30000/70000"; "" for words.
    """
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in line] for line in _lines(comparison))
    return file.getvalue()


def file_name(names: Sequence[str]) -> str:
    """ "rungs-technician-29-2072.csv", in characters that every file system takes."""
    return f"rungs-{slugify('-'.join(names))[:LONGEST_NAME]}.csv"


def harmless(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _lines(comparison: Comparison) -> Iterator[list[str]]:
    for group in comparison.groups:
        for row in group.rows:
            yield from _of_row(group.title, row, comparison.items)


def _of_row(group: str, row: ComparedRow, items: Iterable) -> Iterator[list[str]]:
    reason = row.judgement.reason or WORDINGS[row.verdict].sentence
    head = [group, row.title, row.verdict.label, reason]
    for item, answers in zip(items, row.cells, strict=True):
        for answer in answers or (None,):
            yield [*head, item.letter, item.title, *_said(answer)]


def _said(answer: ComparedAnswer | None) -> list[str]:
    if answer is None:
        return ["not stated", "", "", "", ""]
    number = answer.figure.data_value if answer.figure else ""
    return [answer.text, answer.words, number, answer.publisher, answer.source.name]
