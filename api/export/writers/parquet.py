"""Apache Parquet by arro3 (docs/decisions/files.md). It pulls rows where we push them: hence a thread and a queue."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import Full, Queue
from typing import Any

from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema
from arro3.io import write_parquet

from api.export.batches import Batch, TableReader
from api.export.columns import FileColumn
from api.export.writers.form import Form
from facts.models import Edition

TYPES = {
    "number": DataType.float64(),
    "integer": DataType.int64(),
    "boolean": DataType.bool(),
    "date": DataType.date32(),
    "datetime": DataType.timestamp("us", tz="UTC"),
}
TEXT = DataType.utf8()
PARSED = ("date", "datetime")
"""Types that arro3 reads from texts."""
ROWS_OF_GROUP = 100_000
COMPRESSION = "zstd(6)"
WAITING = 4
"""Batches of rows in the queue."""
PATIENCE = 1.0
"""Seconds after which it is seen whether the thread still takes rows."""


class ParquetTables(Form):
    """One file for each table."""

    name = "parquet"

    def __init__(self, folder: Path, edition: Edition | None) -> None:
        super().__init__(folder, edition)
        (folder / self.name).mkdir()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="parquet")
        self._queue: Queue[RecordBatch | None] = Queue(WAITING)
        self._writing: Future[None]

    def begin(self, reader: TableReader) -> None:
        self._columns = reader.columns
        self._schema = Schema([Field(column.name, _type(column), nullable=True) for column in reader.columns])
        self._path = f"{self.name}/{reader.table.name}.parquet"
        batches = RecordBatchReader.from_batches(self._schema, self._batches())
        self._writing = self._thread.submit(
            write_parquet,
            batches,
            self.folder / self._path,
            compression=COMPRESSION,
            max_row_group_size=ROWS_OF_GROUP,
        )

    def add(self, batch: Batch) -> None:
        arrays = [_array(column, values) for column, values in zip(self._columns, batch.columns, strict=True)]
        self._put(RecordBatch.from_arrays(arrays, schema=self._schema))

    def end(self) -> None:
        self._put(None)
        self._writing.result()
        self.written.append(self._path)

    def close(self) -> None:
        self._thread.shutdown()

    def _put(self, batch: RecordBatch | None) -> None:
        while True:
            try:
                return self._queue.put(batch, timeout=PATIENCE)
            except Full:
                if self._writing.done():
                    self._writing.result()  # raises what ended it
                    raise

    def _batches(self) -> Iterator[RecordBatch]:
        while (batch := self._queue.get()) is not None:
            yield batch


def _type(column: FileColumn) -> DataType:
    return TYPES.get(column.type, TEXT)


def _array(column: FileColumn, values: Sequence[Any]) -> Array:
    if column.type in PARSED:
        return Array(values, TEXT).cast(_type(column))
    return Array(values, _type(column))
