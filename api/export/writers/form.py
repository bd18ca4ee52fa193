from pathlib import Path
from typing import ClassVar

from api.export.batches import Batch, TableReader
from facts.models import Edition


class Form:
    """Writes its files into `folder`; `written` names those that are whole."""

    name: ClassVar[str]

    def __init__(self, folder: Path, edition: Edition | None) -> None:
        self.folder, self.edition = folder, edition
        self.written: list[str] = []

    def begin(self, reader: TableReader) -> None:
        raise NotImplementedError

    def add(self, batch: Batch) -> None:
        raise NotImplementedError

    def end(self) -> None:
        """The table begun last is whole."""

    def close(self) -> None:
        """All tables are whole."""
