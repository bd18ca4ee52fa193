from collections.abc import Iterator

from api.chunks import ROWS_AT_ONCE
from api.export.tables import Table


def shown_rows(table: Table, context: dict) -> Iterator[dict]:
    show = table.shown(context).to_representation
    for row in table.rows().iterator(ROWS_AT_ONCE):
        yield show(row)
