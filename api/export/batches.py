"""The rows of a table, some thousand at a time, as each form of the files wants them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from api.export.columns import FileColumn, file_columns
from api.export.shapes import flattening, shape_of
from api.export.tables import Table
from facts.models.sharing import OneObjectPerRow

ROWS = 2_000


@dataclass(frozen=True)
class Batch:
    """`rows` are as the API gives them; `columns` have the same values, column by column."""

    rows: list[dict]
    columns: list[Sequence[Any]]


class TableReader:
    def __init__(self, table: Table, context: dict) -> None:
        self.table = table
        self._serializer = table.shown(context)
        self._shape, self._flat = shape_of(self._serializer), flattening(self._serializer)

    @cached_property
    def columns(self) -> list[FileColumn]:
        return file_columns(self._serializer)

    def batches(self) -> Iterator[Batch]:
        for rows in OneObjectPerRow().read_in_batches(self.table.rows(), ROWS):
            shown = [self._shape(row) for row in rows]
            values = zip(*map(self._flat, shown), strict=True)
            yield Batch(shown, [column.typed(each) for column, each in zip(self.columns, values, strict=True)])
