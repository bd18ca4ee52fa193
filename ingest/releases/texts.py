import codecs
import csv
import gzip
import io
import lzma
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any

from ingest.releases import bounds
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Rows

SUFFIXES = (".csv", ".txt", ".tsv")
TIME_SERIES = re.compile(
    r"[a-z]{2}\.data\.\d+\.\w+", re.IGNORECASE
)  # BLS gives these files no suffix: cu.data.0.Current
_OPENERS: dict[str, Callable[[IO[bytes]], Any]] = {".gz": gzip.open, ".xz": lzma.open}
LOOKED_AT = 20  # lines, to tell the delimiter


def is_text(path: Path) -> bool:
    plain = path.with_suffix("") if path.suffix.lower() in _OPENERS else path
    return plain.suffix.lower() in SUFFIXES or bool(TIME_SERIES.fullmatch(plain.name))


@contextmanager
def open_text(path: Path) -> Iterator[Rows]:
    """Raises ImportRefused where the file is broken or no text; it is read through once before."""
    _check(path)
    with path.open("rb") as file, _unpacked(path, file) as plain:
        text = io.TextIOWrapper(plain, encoding="utf-8-sig", errors=AS_ON_WINDOWS, newline="")
        delimiter = _delimiter(path)
        csv.field_size_limit(bounds.MAX_FIELD)  # one limit for the whole process: other libraries raise it
        rows = csv.reader(
            text,
            delimiter=delimiter,
            quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL,
        )
        size = path.stat().st_size
        yield Rows(path.name, rows, done=lambda: file.tell() / size)


def _unpacked(path: Path, file: IO[bytes]) -> IO[bytes]:
    opener = _OPENERS.get(path.suffix.lower())
    return opener(file) if opener else file


def _check(path: Path) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")(AS_ON_WINDOWS)
    try:
        for chunk in bounds.text_chunks(path):
            decoder.decode(chunk)
    except UnicodeDecodeError as problem:
        raise ImportRefused(f"{path.name} is broken: {problem}.") from problem


def _delimiter(path: Path) -> str:
    with path.open("rb") as file, _unpacked(path, file) as plain:
        head = list(islice(io.TextIOWrapper(plain, encoding="utf-8-sig", errors=AS_ON_WINDOWS), LOOKED_AT))
    # Tabs stand in no text, whereas a description may have more commas than its row has cells.
    return "\t" if sum("\t" in line for line in head) > len(head) / 2 else ","


def _decode_as_on_windows(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    stray = problem.object[problem.start : problem.end]
    try:
        return stray.decode("cp1252"), problem.end
    except UnicodeDecodeError:
        raise problem from None


AS_ON_WINDOWS = "windows-1252"
codecs.register_error(AS_ON_WINDOWS, _decode_as_on_windows)
