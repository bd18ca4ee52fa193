"""A fixture: the rows of one file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError

from facts.loading.name import Name
from facts.loading.reading import read_row
from facts.loading.refusal import Refusal
from facts.loading.row import Row
from facts.loading.text import Entry, entries


@dataclass
class Fixture:
    """A file's rows, in their order and by name, and the refusals of what in it is no row at all."""

    file: str
    rows: list[Row] = field(default_factory=list)
    by_name: dict[Name, Row] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Fixture":
        """The fixture at `path`; Refused where its text cannot be read. What is wrong with a row is kept with it."""
        fixture = cls(path.name)
        for entry in entries(path):
            fixture._take(entry)
        return fixture

    def _take(self, entry: Entry) -> None:
        try:
            row = read_row(entry)
        except ValidationError as error:
            self.refused += [Refusal(self.file, message, entry.line) for message in error.messages]
            return
        self.rows.append(row)
        if row.name and self.by_name.setdefault(row.name, row) is not row:
            row.problems.append(f"stands in line {self.by_name[row.name].line} already.")

    @property
    def refusals(self) -> list[Refusal]:
        """Everything found wrong so far, in the order of the file."""
        found = [refusal for row in self.rows for refusal in row.refusals(self.file)]
        return sorted(self.refused + found, key=lambda refusal: refusal.line or 0)

    @property
    def wanted(self) -> set[Name]:
        """The names of the rows that it refers to and does not have itself."""
        return {name for row in self.rows for name in row.references} - self.by_name.keys()

    def needs(self, other: "Fixture") -> bool:
        """Whether it refers to a row of `other`."""
        return other is not self and not self.wanted.isdisjoint(other.by_name)


def in_order(fixtures: Iterable[Fixture]) -> list[Fixture]:
    """The fixtures, each after those that it needs; by file name where either of two may come first."""
    waiting = sorted(fixtures, key=lambda fixture: fixture.file)
    placed: list[Fixture] = []
    while waiting:
        ready = (fixture for fixture in waiting if not any(fixture.needs(other) for other in waiting))
        # Where files need each other in a circle, the first of them will say which row it misses.
        placed.append(next(ready, waiting[0]))
        waiting.remove(placed[-1])
    return placed
