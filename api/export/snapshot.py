from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, router

from facts.models import Edition

BEGIN = {
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "sqlite": "BEGIN DEFERRED",  # with the write-ahead log a reader keeps its moment and holds up nobody
}


@contextmanager
def snapshot() -> Iterator[None]:
    """Reentrant. `atomic` would make writers wait on SQLite."""
    connection = connections[router.db_for_read(Edition)]
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(BEGIN[connection.vendor])
        connection.in_atomic_block = True  # nobody else begins or ends one, or closes the connection, meanwhile
        try:
            yield
        finally:
            connection.in_atomic_block = False
            cursor.execute("ROLLBACK")
