"""Sheets of workbooks, read at a distance."""

import marshal
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.releases import bounds
from ingest.releases.refusal import Refused
from ingest.releases.rows import Rows

SUFFIXES = (".xlsx", ".xlsm", ".xls")
HOME = Path(__file__).resolve().parents[2]
BASE_MEGABYTES = 192
MEGABYTES_FOR_EACH = 10  # of memory for each of unpacked file
BASE_SECONDS = 10


@contextmanager
def open_sheet(path: Path, sheet: Callable[[str], bool]) -> Iterator[Rows]:
    """The rows of the first sheet for whose name `sheet` holds; Refused where the file is no whole workbook."""
    megabytes = _unpacked_size(path) // bounds.MEGABYTE + 1
    limits = (BASE_MEGABYTES + MEGABYTES_FOR_EACH * megabytes, BASE_SECONDS + megabytes)
    command = [sys.executable, "-m", "ingest.releases.workbook", str(path.resolve()), *map(str, limits)]
    with _started(command) as reader:
        try:
            yield _Conversation(path.name, reader).rows_of(sheet)
        finally:
            reader.kill()


def _started(command: list[str]) -> subprocess.Popen:
    return subprocess.Popen(  # noqa: S603
        command,
        cwd=HOME,
        env={**os.environ, "RUST_BACKTRACE": "0"},  # where it died is nobody's business, and telling takes memory
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _unpacked_size(path: Path) -> int:
    if path.suffix.lower() == ".xls":
        return path.stat().st_size
    bounds.check_archive(path)
    with zipfile.ZipFile(path) as archive:
        return sum(member.file_size for member in archive.infolist())


class _Conversation:
    def __init__(self, name: str, reader: subprocess.Popen):
        self._name = name
        self._reader = reader

    def rows_of(self, wanted: Callable[[str], bool]) -> Rows:
        names = self._hear()
        sheet = next((name for name in names if wanted(name)), None)
        if sheet is None:
            raise Refused(f"{self._name} has no sheet of the kind that was looked for; it has {', '.join(names)}.")
        marshal.dump(sheet, self._reader.stdin)
        self._reader.stdin.flush()
        return Rows(self._name, self._rows(), sheet=sheet, total=self._hear())

    def _rows(self) -> Iterator[list]:
        while chunk := self._hear():
            yield from chunk

    def _hear(self) -> Any:
        try:
            said = marshal.load(self._reader.stdout)  # noqa: S302 - our own process's
        except (EOFError, ValueError, TypeError) as gone:
            raise Refused(f"{self._name} is no workbook that can be read: it asks for too much.") from gone
        if isinstance(said, str):
            raise Refused(f"{self._name} is no workbook that can be read: {said}.")
        return said
