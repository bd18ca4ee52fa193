from contextlib import ExitStack
from json import JSONEncoder
from pathlib import Path

from rest_framework.utils.encoders import JSONEncoder as RestEncoder

from api.export.batches import Batch, TableReader
from api.export.writers.form import Form
from api.export.writers.packing import compressed
from facts.models import Edition


class Ndjson(Form):
    """One row a line, as the API gives it, with the name of its table before it."""

    name = "ndjson"
    file_name = "rungs.ndjson.gz"

    def __init__(self, folder: Path, edition: Edition | None) -> None:
        super().__init__(folder, edition)
        self._open = ExitStack()
        self._packed = self._open.enter_context(compressed(folder / self.file_name))
        encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=RestEncoder().default)
        self._encode = encode.encode
        self._start = ""

    def begin(self, reader: TableReader) -> None:
        self._start = self._encode({"table": reader.table.name}).removesuffix("}")

    def add(self, batch: Batch) -> None:
        lines = [f"{self._start},{self._encode(row)[1:]}\n" for row in batch.rows]
        self._packed.write("".join(lines).encode())

    def close(self) -> None:
        self._open.close()
        self.written.append(self.file_name)
