from collections.abc import Iterable

from django.db import connection

from ingest.releases.table import SourceTable


def gather_statistics(tables: Iterable[SourceTable]) -> None:
    """ANALYZE on PostgreSQL, which otherwise plans for an empty table in the first minute."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table.model._meta.db_table)}")
