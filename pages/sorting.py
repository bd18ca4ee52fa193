from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """`sorted` is "ascending", "descending" or ""."""

    label: str
    ordering: str
    sorted: str
    is_number: bool


def headings(columns: Iterable[tuple[str, str]], asked: Iterable[str]) -> list[Heading]:
    """The first of `columns` (name and label) is words, the others numbers, which sort from the highest first."""
    first = next(iter(asked), "")
    return [_heading(name, label, first, is_number=number > 0) for number, (name, label) in enumerate(columns)]


def _heading(name: str, label: str, asked: str, *, is_number: bool) -> Heading:
    now = {name: "ascending", f"-{name}": "descending"}.get(asked, "")
    falling = is_number if not now else now == "ascending"
    return Heading(label, f"-{name}" if falling else name, now, is_number)
