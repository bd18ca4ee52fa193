"""What a database knows of its own rows, by which it chooses how to find them."""

from collections.abc import Iterable

from django.db import connection

from ingest.releases.table import SourceTable


def gather_statistics(tables: Iterable[SourceTable]) -> None:
    """Let PostgreSQL look at what was just written, and do nothing elsewhere.

    It would do so by itself a minute later. Until then it takes a new release for a row or two, and holds hundreds
    of thousands of rows one by one against all those of another.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table.model._meta.db_table)}")
