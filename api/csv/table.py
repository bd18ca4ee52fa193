import csv
from collections.abc import Iterable, Iterator

from rest_framework import serializers

from api.csv.cells import cell
from api.csv.columns import columns_of


class _Echo:
    """A file whose write() returns the line."""

    def write(self, line: str) -> str:
        return line


def csv_lines(serializer: serializers.Serializer, rows: Iterable) -> Iterator[str]:
    """Rows are read one at a time."""
    columns = list(columns_of(serializer))
    write = csv.writer(_Echo()).writerow
    yield write([column.name for column in columns])
    for row in rows:
        shown = serializer.to_representation(row)
        yield write([cell(column.value(shown)) for column in columns])
