import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

log = logging.getLogger("rungs.unhurried")


def unless_busy(write: Callable[[], object]) -> bool:
    """Whether it was written: no request waits, or fails, for what the next reader can make anew."""
    try:
        with _without_waiting(), transaction.atomic():
            write()
    except (DatabaseError, ValueError) as error:
        log.warning("What was made for a reader was not kept: %s", error)
        return False
    return True


@contextmanager
def _without_waiting() -> Iterator[None]:
    """SQLite has one writer at a time; a reader's request does not wait for it."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
