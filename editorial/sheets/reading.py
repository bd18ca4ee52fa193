"""An uploaded file as the rows of a sheet; nothing of it is trusted."""

import codecs
import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from editorial.sheets.cells import unguarded, with_our_line_ends
from editorial.sheets.columns import ROW, VERSION
from ingest.releases.bounds import MAX_FIELD, check_archive
from ingest.releases.readers import open_table
from ingest.releases.refusal import ImportRefused

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
DELIMITERS = (",", ";", "\t")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
MAX_BYTES = 1024 * 1024
MAX_ROWS = 2_000
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


@dataclass(frozen=True, slots=True)
class SheetLine:
    number: int
    cells: dict[str, str]

    @property
    def key(self) -> str:
        return self.cells.get(ROW, "")

    @property
    def version(self) -> str:
        return self.cells.get(VERSION, "")


def read_sheet(upload: UploadedFile, columns: Sequence[str]) -> list[SheetLine]:
    """Raises ImportRefused."""
    suffix = Path(upload.name or "").suffix.lower()
    if suffix not in SUFFIXES:
        raise ImportRefused("Choose a CSV file or an .xlsx workbook. Other programs can save their sheets as either.")
    if (upload.size or 0) > MAX_BYTES:
        raise ImportRefused(f"The file holds more than {MAX_BYTES // 1024**2} MB. Split it.")
    if not upload.size:
        raise ImportRefused("The file is empty.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"sheet{suffix if suffix == '.xlsx' else '.csv'}")
        is_text = suffix != ".xlsx"
        path.write_bytes(_with_commas(upload.read()) if is_text else upload.read())
        if not is_text:
            _check_formulas(path)
        with open_table(path) as rows:
            read = unguarded if is_text else with_our_line_ends
            return _lines([[read(_text(cell)) for cell in row] for row in _bounded(rows)], columns)


def _with_commas(content: bytes) -> bytes:
    """The same table in UTF-8 with commas, whichever mark is between its cells."""
    if content.startswith(UTF_16):  # Excel’s “Unicode text”
        content = content.decode("utf-16", errors="replace").encode()
    head = content[:4096].decode("utf-8-sig", errors="replace")
    named = _SEPARATOR.match(head)  # as Excel writes it for itself
    delimiter = named[1] if named else _delimiter(head.splitlines()[0] if head.strip() else "")
    if named is None and delimiter == ",":
        return content
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return _with_commas_between(text[named.end() :] if named else text, delimiter)


def _with_commas_between(text: str, delimiter: str) -> bytes:
    written = io.StringIO()
    csv.field_size_limit(MAX_FIELD)
    try:
        csv.writer(written, lineterminator="\n").writerows(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        )
    except csv.Error as problem:
        raise ImportRefused(f"The sheet is broken: {problem}.") from problem
    return written.getvalue().encode()


def _delimiter(header: str) -> str:
    """The one that makes most columns of the header; a comma where none does."""
    return max(DELIMITERS, key=lambda mark: (header.count(mark), mark == ","))


def _bounded(rows: Iterable) -> Iterator:
    for number, row in enumerate(rows):
        if number > MAX_ROWS:
            raise ImportRefused(f"The sheet has more than {MAX_ROWS:,} rows. Split it.")
        yield row


def _check_formulas(path: Path) -> None:
    check_archive(path)
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > 32 * MAX_BYTES:
            raise ImportRefused("The workbook unpacks to more than a sheet of this size holds.")
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if any(_FORMULA.search(archive.read(name)) for name in sheets):
            raise ImportRefused("The workbook has formulas. Replace them by their values (paste special, values).")


def _text(cell: str) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _lines(rows: list[list[str]], columns: Sequence[str]) -> list[SheetLine]:
    if not rows:
        raise ImportRefused("The file has no rows.")
    header, *rest = rows
    header = [name.strip() for name in header]
    while header and not header[-1]:
        header.pop()
    _check_header(header, columns)
    lines = [_line(number, header, cells) for number, cells in enumerate(rest, 2) if any(cells)]
    _check_keys(lines)
    return lines


def _check_header(header: Any, columns: Sequence[str]) -> None:
    unknown = [name for name in header if name not in columns]
    twice = sorted({name for name in header if header.count(name) > 1})
    problems = [
        f"There is no column {', '.join(map(repr, unknown))} here." if unknown else "",
        f"{', '.join(map(repr, twice))} is there twice." if twice else "",
        f"The column {ROW!r} is missing, by which rows are known." if ROW not in header else "",
        f"The column {VERSION!r} is missing, which says what the sheet was written from."
        if VERSION not in header
        else "",
    ]
    if any(problems):
        raise ImportRefused(" ".join([*filter(None, problems), f"Known are: {', '.join(columns)}."]))


def _line(number: int, header: Any, cells: Any) -> Any:
    if any(cells[len(header) :]):
        raise ImportRefused(f"Row {number} has more cells than there are columns.")
    padded = [*cells, *[""] * (len(header) - len(cells))]
    return SheetLine(number, dict(zip(header, padded, strict=False)))


def _check_keys(lines: Any) -> None:
    keys = [line.key for line in lines if line.key]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise ImportRefused(f"These rows are there more than once: {', '.join(twice[:10])}.")
