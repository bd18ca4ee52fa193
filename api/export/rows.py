"""The rows of a table, read in chunks."""

from collections.abc import Iterator

from api.export.tables import Table

CHUNK = 2_000


def shown_rows(table: Table, context: dict) -> Iterator[dict]:
    """Every row as the API shows it."""
    show = table.shown(context).to_representation
    for row in table.rows().iterator(CHUNK):
        yield show(row)
