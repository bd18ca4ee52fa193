import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import getitem, itemgetter
from typing import Any

from ingest.releases.cells import CoercedCells, as_text
from ingest.releases.refusal import ImportRefused, RowRejected, UnknownMarker
from ingest.releases.rows import Row, Rows
from ingest.releases.workbooks import HEAD

HEADER_WITHIN = HEAD  # publishers put titles and notes above the header


@dataclass(frozen=True)
class SourceColumn:
    """Our `name` for a column, the header's names for it, and the `coerce` function for its cells.

    `headers` are regular expressions for the whole header, in lower case with single blanks; messages show the first.
    An unknown marker in a `side` column costs the cell, anything else wrong costs the row.
    """

    name: str
    headers: tuple[str, ...]
    coerce: Callable[[Any], Any] = as_text
    required: bool = True
    side: bool = False

    def matches(self, header: Any) -> bool:
        text = " ".join(str(header).split()).lower()
        return any(re.fullmatch(pattern, text) for pattern in self.headers)


class SourceColumns:
    def __init__(self, rows: Rows, columns: Sequence[SourceColumn]) -> None:
        """Read up to the header; raises ImportRefused naming the columns that are missing."""
        self.columns = columns
        self.unread: list[str] = []  # reasons for the cells of side columns that were left out, since last looked at
        self.header, self._places = _find(rows, columns)
        # Columns of one kind share what is worked out; a missing one is read from the first cell, as None.
        shared = {column.coerce: CoercedCells(column.coerce) for column in columns}
        known = zip(columns, self._places, strict=True)
        self._coerced = [_NOTHING if place is None else shared[column.coerce] for column, place in known]
        self._pick = itemgetter(*(place or 0 for place in self._places), 0)

    @cached_property
    def places(self) -> dict[str, int]:
        found = zip(self.columns, self._places, strict=True)
        return {column.name: place for column, place in found if place is not None}

    def values(self, row: Sequence) -> list:
        """The row's values in the order of the columns; raises RowRejected naming the column."""
        if len(row) != len(self.header):
            row = self._in_width(row)
        try:
            return list(map(getitem, self._coerced, self._pick(row)))
        except RowRejected:
            return [self._value(*cell, row) for cell in zip(self.columns, self._places, self._coerced, strict=True)]

    def _in_width(self, row: Any) -> Any:
        width = len(self.header)
        if len(row) < width or any(as_text(cell) for cell in row[width:]):
            raise RowRejected(f"has {len(row)} cells where the header has {width}")
        return row[:width]

    def _value(self, column: SourceColumn, place: int | None, coerced: dict, row: Sequence) -> Any:
        try:
            return coerced[row[place or 0]]
        except RowRejected as rejected:
            reason = f"{self.header[place]}: {rejected}"
            if not (column.side and isinstance(rejected, UnknownMarker)):
                raise RowRejected(reason) from rejected
            self.unread.append(reason)
            return None


class _Nothing(dict):
    def __missing__(self, cell: Any) -> Any:
        return None


_NOTHING = _Nothing()


def _find(rows: Any, columns: Any) -> Any:
    nearest = [column for column in columns if column.required]
    for row in islice(rows, HEADER_WITHIN):
        places = [_place(column, row) for column in columns]
        missing = [column for column, place in zip(columns, places, strict=True) if column.required and place is None]
        if not missing:
            return row, places
        nearest = min(nearest, missing, key=len)
    wanted = ", ".join(f"“{_plain(column.headers[0])}”" for column in nearest)
    raise ImportRefused(f"{rows.name} has no header with the columns looked for; missing: {wanted}.")


def _place(column: SourceColumn, row: Any) -> Any:
    return next((place for place, header in enumerate(row) if column.matches(header)), None)


def _plain(pattern: str) -> Any:
    return pattern.replace("\\", "").replace("?", "")


def has_header(columns: Sequence[SourceColumn]) -> Callable[[Sequence[Row]], bool]:
    required = [column for column in columns if column.required]
    return lambda rows: any(all(_place(column, row) is not None for column in required) for row in rows)


def is_blank(row: Sequence) -> bool:
    return not any(map(_holds_anything, row))


def _holds_anything(cell: Any) -> bool:
    return cell is not None and bool(str(cell).strip())


def iterate(rows: Rows) -> Iterator[tuple[int, Sequence]]:
    return ((rows.number, row) for row in rows if not is_blank(row))
