import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from django.db import DatabaseError, connection

from ingest.releases.refusal import ImportRefused

IMPORTING = 0x52554E4754
"""The lock of imports among PostgreSQL's advisory locks: a number of our own."""

_here = Lock()


@contextmanager
def import_lock() -> Iterator[None]:
    if not _here.acquire(blocking=False):
        raise ImportRefused("Another import is running; this one has changed nothing.")
    try:
        with _in_database() if connection.vendor == "postgresql" else _beside_database():
            yield
    finally:
        _here.release()


@contextmanager
def _in_database() -> Iterator[None]:
    if not _asked("SELECT pg_try_advisory_lock(%s)"):
        raise ImportRefused("Another import is running; this one has changed nothing.")
    try:
        yield
    finally:
        with suppress(DatabaseError):  # then it ends with the connection
            _asked("SELECT pg_advisory_unlock(%s)")


def _asked(question: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, [IMPORTING])
        return cursor.fetchone()[0]


@contextmanager
def _beside_database() -> Iterator[None]:
    database = Path(str(connection.settings_dict["NAME"]))
    if not database.is_file():  # in memory: nobody else has it
        yield
        return
    with database.with_name(f"{database.name}-importing").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise ImportRefused("Another import is running; this one has changed nothing.") from taken
        yield
