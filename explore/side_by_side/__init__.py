"""Two to four jobs side by side, from their documents: what a reader asks of each, and how they differ."""

from collections.abc import Iterator, Sequence

from explore.jobs.document import JobDocument
from explore.side_by_side import future, pay, qualifying, work
from explore.side_by_side.reading import documents_of
from explore.side_by_side.rows import JobCell, JobRow

__all__ = ["JobCell", "JobRow", "documents_of", "rows_of"]

ROWS = (*pay.ROWS, *qualifying.ROWS, *work.ROWS, *future.ROWS)
"""In the order of the questions that readers ask."""


def rows_of(documents: Sequence[JobDocument]) -> list[JobRow]:
    """Without the rows that none of the jobs has an answer to."""
    return list(_rows(documents)) if len(documents) > 1 else []


def _rows(documents: Sequence[JobDocument]) -> Iterator[JobRow]:
    for read in ROWS:
        row = read(documents)
        if any(cell.lines for cell in row.cells):
            yield row
