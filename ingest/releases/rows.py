import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ingest.releases import bounds
from ingest.releases.refusal import ImportRefused

Row = Sequence


class Rows(Iterable[Row]):
    """Rows of one table: text from text files, text and numbers from workbooks; one pass.

    `number` is the last row's, from 1. Raises ImportRefused at a row out of bounds.
    """

    def __init__(
        self,
        name: str,
        rows: Iterable[Row],
        *,
        sheet: str = "",
        total: int | None = None,
        done: Callable[[], float] | None = None,
    ) -> None:
        self.name = name
        self.sheet = sheet
        self.number = 0
        self._rows = self._within_bounds(rows)
        self._done = done or (lambda: self.number / total if total else 0)

    def __iter__(self) -> Iterator[Row]:
        return self._rows  # one pass: whoever asks again goes on where the last one left off

    def _within_bounds(self, rows: Any) -> Iterator[Any]:
        try:
            for self.number, row in enumerate(rows, 1):
                if len(row) > bounds.MAX_COLUMNS or self.number > bounds.MAX_ROWS:
                    raise self._out_of_bounds(row)
                yield row
        except (csv.Error, UnicodeDecodeError) as problem:
            raise ImportRefused(f"{self.name} is broken: {problem}.") from problem

    def _out_of_bounds(self, row: Any) -> ImportRefused:
        if self.number > bounds.MAX_ROWS:
            return ImportRefused(f"{self.name} has more than {bounds.MAX_ROWS:,} rows.")
        return ImportRefused(
            f"Row {self.number:,} of {self.name} has {len(row):,} cells; at most {bounds.MAX_COLUMNS} are read."
        )

    @property
    def done(self) -> float:
        return self._done()
