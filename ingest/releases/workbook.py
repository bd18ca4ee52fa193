"""A workbook's rows, read by a process of its own with no more memory than an honest workbook needs.

A few hundred bytes can ask for a sheet of seventeen thousand million cells; whoever reads it may then die, and only
that process does. Run as `python -m ingest.releases.workbook FILE MEGABYTES SECONDS`, it speaks marshal: it gives the
sheets' names (or, as text, why there are none), takes the one wanted, gives the number of rows, then lists of rows,
and an empty one at the end.
"""

import marshal
import resource
import sys
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

ROWS_AT_ONCE = 500
PLAIN = frozenset((str, float, int, bool, type(None)))  # what marshal takes; dates and times are told as text


def main(path: str, megabytes: str, seconds: str) -> None:
    """Answer one parent's questions about the workbook at `path`, within these bounds."""
    resource.setrlimit(resource.RLIMIT_AS, (int(megabytes) * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds),) * 2)
    _converse(path, sys.stdin.buffer, sys.stdout.buffer)


def _converse(path: str, asked: IO[bytes], told: IO[bytes]) -> None:
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            _tell(workbook.sheet_names, told)
            sheet = workbook.get_sheet_by_name(marshal.load(asked))  # noqa: S302 - the parent's
        _tell(sheet.total_height, told)
        for rows in _chunks(sheet):
            _tell(rows, told)
    except (CalamineError, OSError) as problem:
        _tell(str(problem), told)


def _tell(what: Any, told: IO[bytes]) -> None:
    marshal.dump(what, told)
    told.flush()


def _chunks(sheet: CalamineSheet) -> Iterator[list]:
    rows = ([cell if type(cell) in PLAIN else str(cell) for cell in row] for row in sheet.iter_rows())
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        yield chunk
    yield []


if __name__ == "__main__":
    main(*sys.argv[1:])
