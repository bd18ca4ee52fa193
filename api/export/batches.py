"""The rows of a table, some thousand at a time, as each form of the files wants them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from api.export.columns import FileColumn, file_columns
from api.export.plain import plain_rows
from api.export.shapes import flattening, shape_of
from api.export.table import Table
from facts.models.sharing import OneObjectPerRow

ROWS, FEW = 2_000, 200
"""At a time; few of documents."""


@dataclass(frozen=True)
class Batch:
    """`rows` are as the API gives them; `columns` have the same values, column by column."""

    rows: list[dict]
    columns: list[Sequence[Any]]


class TableReader:
    def __init__(self, table: Table, context: dict) -> None:
        self.table = table
        self._serializer = table.shown(context)

    @cached_property
    def columns(self) -> list[FileColumn]:
        return file_columns(self._serializer)

    def batches(self) -> Iterator[Batch]:
        rows = self.table.rows()
        plain = plain_rows(self._serializer, rows)
        read = plain.batches(rows, ROWS) if plain and isinstance(rows, QuerySet) else self._shaped(rows)
        for shown, values in read:
            yield Batch(shown, [column.typed(each) for column, each in zip(self.columns, values, strict=True)])

    def _shaped(self, rows: QuerySet | list) -> Iterator[tuple[list[dict], list[Sequence[Any]]]]:
        shape, flat = shape_of(self._serializer), flattening(self._serializer)
        for some in _in_batches(rows, self.table):
            shown = [shape(row) for row in some]
            yield shown, list(zip(*map(flat, shown), strict=True))


def _in_batches(rows: QuerySet | list, table: Table) -> Iterator[list]:
    if isinstance(rows, QuerySet) and not table.refers_to_many:
        yield from OneObjectPerRow().read_in_batches(rows, ROWS)
    else:
        each = rows.iterator(FEW) if isinstance(rows, QuerySet) else iter(rows)
        while some := list(islice(each, FEW)):
            yield some
