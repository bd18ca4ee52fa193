"""Headings of a table by which a reader sorts it. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: its label, the ordering that its link asks for, and how the rows stand by it now.

    `sorted` is "ascending", "descending" or "".
    """

    label: str
    ordering: str
    sorted: str
    is_number: bool


def headings(columns: Iterable[tuple[str, str]], asked: Iterable[str]) -> list[Heading]:
    """The headings of `columns` (name and label), the first of which is words, the others numbers.

    A column of numbers is sorted from the highest down first, one of words from A on; the next time the other way.
    """
    first = next(iter(asked), "")
    return [_heading(name, label, first, is_number=number > 0) for number, (name, label) in enumerate(columns)]


def _heading(name: str, label: str, asked: str, *, is_number: bool) -> Heading:
    now = {name: "ascending", f"-{name}": "descending"}.get(asked, "")
    falling = is_number if not now else now == "ascending"
    return Heading(label, f"-{name}" if falling else name, now, is_number)
