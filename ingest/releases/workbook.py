"""Reads a workbook in a process with limited memory: a few hundred bytes can ask for 17 billion cells.

`python -m ingest.releases.workbook FILE MEGABYTES SECONDS` speaks marshal: sheet names (or an error as text), then
for each request of a sheet and a number of rows the sheet's height, lists of rows and an empty list.
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
