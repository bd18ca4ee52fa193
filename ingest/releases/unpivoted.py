from collections.abc import Iterable, Iterator, Sequence

from ingest.releases.columns import is_blank
from ingest.releases.rows import Row, Rows


class Unpivoted(Rows):
    """One row for each cell beyond the first `kept`: those, the header over it, and the cell.

    Row numbers are the wide table's; columns without a header are left out; a row without cells stays one row.
    """

    def __init__(self, rows: Rows, header: Row, *, kept: int, names: Sequence[str]) -> None:
        self._wide = rows
        super().__init__(rows.name, self._cells(rows, header, kept, names), done=lambda: rows.done)

    def _within_bounds(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.number = self._wide.number
            yield row

    @staticmethod
    def _cells(rows: Rows, header: Row, kept: int, names: Sequence[str]) -> Iterator[Row]:
        yield [*header[:kept], *names]
        columns = [place for place in range(kept, len(header)) if str(header[place]).strip()]
        for row in rows:
            if is_blank(row[kept:]):  # a note: one row of its own
                yield [*row[:kept], *[""] * (kept - len(row)), "", ""]
                continue
            for place in columns:
                yield [*row[:kept], header[place], row[place] if place < len(row) else ""]
