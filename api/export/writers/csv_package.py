"""A zip of CSV files and datapackage.json. https://specs.frictionlessdata.io/tabular-data-package/"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from api.csv.cells import harmless
from api.export.batches import Batch, TableReader
from api.export.columns import FileColumn
from api.export.descriptor import package, table_resource
from api.export.writers.form import Form
from facts.models import Edition

EARLIEST = (1980, 1, 1, 0, 0, 0)
LEVEL = 5


class CsvPackage(Form):
    """The tables as CSV, and a description of every column."""

    name = "csv"
    file_name = "rungs-csv.zip"

    def __init__(self, folder: Path, edition: Edition | None) -> None:
        super().__init__(folder, edition)
        self._zip = ZipFile(folder / self.file_name, "w", ZIP_DEFLATED, compresslevel=LEVEL)
        self._resources: list[dict] = []

    def begin(self, reader: TableReader) -> None:
        self._reader, self._path = reader, f"data/{reader.table.name}.csv"
        self._write: list[Callable[[Sequence], Sequence] | None] = [_cells(column) for column in reader.columns]
        self._member: IO[bytes] = self._zip.open(self._info(self._path), "w", force_zip64=True)
        self._digest, self._bytes = sha256(), 0
        self._put([[column.name for column in reader.columns]])

    def add(self, batch: Batch) -> None:
        cells = [write(values) if write else values for write, values in zip(self._write, batch.columns, strict=True)]
        self._put(zip(*cells, strict=True))

    def end(self) -> None:
        self._member.close()
        whole = {"bytes": self._bytes, "hash": f"sha256:{self._digest.hexdigest()}"}
        self._resources.append(table_resource(self._reader, self._path, "csv") | whole)

    def close(self) -> None:
        described = json.dumps(package(self.edition, self._resources), indent=2, ensure_ascii=False)
        self._zip.writestr(self._info("datapackage.json"), described)
        self._zip.close()
        self.written.append(self.file_name)

    def _put(self, rows: Any) -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        piece = text.getvalue().encode()
        self._member.write(piece)
        self._digest.update(piece)
        self._bytes += len(piece)

    def _info(self, path: str) -> ZipInfo:
        """Uses the edition's date."""
        made = ZipInfo(path, self.edition.published_at.timetuple()[:6] if self.edition else EARLIEST)
        made.compress_type, made.external_attr = ZIP_DEFLATED, 0o644 << 16
        made._compresslevel = LEVEL  # type: ignore[attr-defined]  # public from Python 3.13 on
        return made


def _cells(column: FileColumn) -> Callable[[Sequence], Sequence] | None:
    """None for values that a CSV writer writes as they should be."""
    if column.type == "boolean":
        return lambda values: ["" if value is None else "true" if value else "false" for value in values]
    if column.type == "number":
        return lambda values: [_number(value) for value in values]
    if column.type == "string":
        return lambda values: [value and harmless(value) for value in values]
    return None


def _number(value: float | None) -> int | float | None:
    """47190 rather than 47190.0, as in the API."""
    return int(value) if value is not None and value.is_integer() else value
