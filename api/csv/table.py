"""A table as CSV, line by line."""

import csv
from collections.abc import Iterable, Iterator

from api.csv.cells import cell
from api.csv.columns import columns_of


class _Echo:
    """A file that gives back each line it is told to write."""

    def write(self, line: str) -> str:
        return line


def csv_lines(serializer, rows: Iterable) -> Iterator[str]:
    """The lines of a table: a heading, and a line for each of `rows` as `serializer` shows it.

    Rows are read one at a time, so a table may be longer than memory.
    """
    columns = list(columns_of(serializer))
    write = csv.writer(_Echo()).writerow
    yield write([column.name for column in columns])
    for row in rows:
        shown = serializer.to_representation(row)
        yield write([cell(column.value(shown)) for column in columns])
