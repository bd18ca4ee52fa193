"""Rows of text files, plain or gzipped."""

import codecs
import csv
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

from ingest.releases import bounds
from ingest.releases.rows import Rows

SUFFIXES = (".csv", ".txt", ".tsv")
LOOKED_AT = 20  # lines, to tell the delimiter


def is_text(path: Path) -> bool:
    """Whether the name is that of a text file, gzipped or not."""
    plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return plain.suffix.lower() in SUFFIXES


@contextmanager
def open_text(path: Path) -> Iterator[Rows]:
    """The rows of the file at `path`, which is read through once before: ImportRefused where it is broken or no text."""
    encoding = _encoding(path)
    with path.open("rb") as file, _unpacked(path, file) as plain:
        text = io.TextIOWrapper(plain, encoding=encoding, newline="")
        delimiter = _delimiter(path, encoding)
        csv.field_size_limit(bounds.MAX_FIELD)  # one limit for the whole process: other libraries raise it
        rows = csv.reader(
            text,
            delimiter=delimiter,
            quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL,
        )
        size = path.stat().st_size
        yield Rows(path.name, rows, done=lambda: file.tell() / size)


def _unpacked(path: Path, file: IO[bytes]) -> IO[bytes]:
    return gzip.open(file, "rb") if path.suffix.lower() == ".gz" else file  # type: ignore[return-value]


def _encoding(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8-sig"
    for chunk in bounds.text_chunks(path):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            encoding = "cp1252"  # as agencies save text on Windows
            decoder = codecs.getincrementaldecoder("latin-1")()
    return encoding


def _delimiter(path: Path, encoding: str) -> str:
    with path.open("rb") as file, _unpacked(path, file) as plain:
        head = list(islice(io.TextIOWrapper(plain, encoding=encoding), LOOKED_AT))
    # Tabs stand in no text, whereas a description may have more commas than its row has cells.
    return "\t" if sum("\t" in line for line in head) > len(head) / 2 else ","
