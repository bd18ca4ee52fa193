from collections.abc import Iterator

from api.export.tables import Table

CHUNK = 2_000


def shown_rows(table: Table, context: dict) -> Iterator[dict]:
    show = table.shown(context).to_representation
    for row in table.rows().iterator(CHUNK):
        yield show(row)
