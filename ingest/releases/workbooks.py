import marshal
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.releases import bounds
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Row, Rows

SUFFIXES = (".xlsx", ".xlsm", ".xls")
ROOT = Path(__file__).resolve().parents[2]
BASE_MEGABYTES = 192
MEGABYTES_FOR_EACH = 10  # of memory for each of unpacked file
BASE_SECONDS = 10
HEAD = 30  # rows in which a sheet's header is looked for


@contextmanager
def open_sheet(
    path: Path, sheet: Callable[[str], bool], head: Callable[[Sequence[Row]], bool] | None = None
) -> Iterator[Rows]:
    """The first sheet that passes `sheet` and `head`, else the first that passes `sheet`; raises ImportRefused."""
    megabytes = _unpacked_size(path) // bounds.MEGABYTE + 1
    limits = (BASE_MEGABYTES + MEGABYTES_FOR_EACH * megabytes, BASE_SECONDS + megabytes)
    command = [sys.executable, "-m", "ingest.releases.workbook", str(path.resolve()), *map(str, limits)]
    with _started(command) as process:
        try:
            workbook = _Workbook(path.name, process)
            yield workbook.rows(workbook.choose(sheet, head))
        finally:
            process.kill()


def _started(command: list[str]) -> subprocess.Popen:
    return subprocess.Popen(  # noqa: S603
        command,
        cwd=ROOT,
        env={**os.environ, "RUST_BACKTRACE": "0"},  # writing one takes memory
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


class _Workbook:
    def __init__(self, name: str, process: subprocess.Popen) -> None:
        self._name = name
        self._process = process
        self._sheets = self._receive()

    def choose(self, sheet: Callable[[str], bool], head: Callable[[Sequence[Row]], bool] | None) -> str:
        names = [name for name in self._sheets if sheet(name)]
        if not names:
            sheets = ", ".join(self._sheets)
            raise ImportRefused(f"{self._name} has no sheet of the kind that was looked for; it has {sheets}.")
        if head is None or len(names) == 1:
            return names[0]
        return next((name for name in names if head(self._first_rows(name))), names[0])

    def rows(self, sheet: str) -> Rows:
        return Rows(self._name, self._rows(), sheet=sheet, total=self._request(sheet))

    def _first_rows(self, sheet: str) -> list[Row]:
        self._request(sheet, HEAD)
        return list(self._rows())

    def _request(self, sheet: str, limit: int | None = None) -> int:
        marshal.dump((sheet, limit), self._process.stdin)  # type: ignore[arg-type]
        self._process.stdin.flush()  # type: ignore[union-attr]
        return self._receive()

    def _rows(self) -> Iterator[list]:
        while chunk := self._receive():
            yield from chunk

    def _receive(self) -> Any:
        try:
            answer = marshal.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S302 - our own process's
        except (EOFError, ValueError, TypeError) as problem:
            raise ImportRefused(f"{self._name} is no workbook that can be read: it asks for too much.") from problem
        if isinstance(answer, str):
            raise ImportRefused(f"{self._name} is no workbook that can be read: {answer}.")
        return answer
