"""A workbook's rows, read by a process of its own with no more memory than an honest workbook needs.

A few hundred bytes can ask for a sheet of seventeen thousand million cells; whoever reads it may then die, and only
that process does. Run as `python -m ingest.releases.workbook FILE MEGABYTES SECONDS`, it speaks marshal: it gives the
sheets' names (or, as text, why there are none). For each sheet and number of rows asked for (None for all) it gives the
sheet's number of rows, then lists of rows, and an empty one at the end.
"""

import marshal
import resource
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import IO, Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

ROWS_AT_ONCE = 500
PLAIN = frozenset((str, float, int, bool, type(None)))  # what marshal takes; dates and times are given as text


def main(path: str, megabytes: str, seconds: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (int(megabytes) * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds),) * 2)
    _serve(path, sys.stdin.buffer, sys.stdout.buffer)


def _serve(path: str, requests: IO[bytes], answers: IO[bytes]) -> None:
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            sheet_named = lru_cache(maxsize=1)(workbook.get_sheet_by_name)
            _give(workbook.sheet_names, answers)
            while request := marshal.load(requests):  # noqa: S302 - the parent's
                name, limit = request
                _give(sheet_named(name).total_height, answers)
                for rows in _chunks(sheet_named(name), limit):
                    _give(rows, answers)
    except (CalamineError, OSError) as problem:
        _give(str(problem), answers)


def _give(value: Any, answers: IO[bytes]) -> None:
    marshal.dump(value, answers)
    answers.flush()


def _chunks(sheet: CalamineSheet, limit: int | None) -> Iterator[list]:
    rows = ([cell if type(cell) in PLAIN else str(cell) for cell in row] for row in islice(sheet.iter_rows(), limit))
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        yield chunk
    yield []


if __name__ == "__main__":
    main(*sys.argv[1:])
