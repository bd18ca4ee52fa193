"""What comes with Rungs of a publisher's table: some columns and rows, in the publisher's own layout."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.releases.cells import as_text
from ingest.releases.columns import SourceColumn, SourceColumns, iterate
from ingest.releases.rows import Row, Rows

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
KeepTest = Callable[[dict[str, str]], bool]


@dataclass(frozen=True, slots=True)
class Extract:
    """`file` is a path inside the record's folder; the first of the `rows` is the header."""

    file: str
    rows: Iterable[Sequence[str]]


def extract_rows(
    rows: Rows, columns: Sequence[SourceColumn], names: Sequence[str] = (), keep: KeepTest | None = None
) -> Iterator[list[str]]:
    """The header and the rows that `keep` takes, of the columns called `names` in that order, or all that are known."""
    found = SourceColumns(rows, columns)
    taken = [name for name in names or found.places if name in found.places]
    yield [_text(found.header[found.places[name]]) for name in taken]
    for _, row in iterate(rows):
        cells = {name: _cell(row, place) for name, place in found.places.items()}
        if keep is None or keep(cells):
            yield [cells[name] for name in taken]


def _cell(row: Row, place: int) -> str:
    return _text(row[place]) if place < len(row) else ""


def _text(cell: object) -> str:
    text = as_text(cell) or ""
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text
