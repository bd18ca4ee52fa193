import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

# Readers go on while somebody writes (WAL), and a writer waits its turn rather than failing half-way (IMMEDIATE). Pages
# of the file are left to the system's memory: a larger cache would be each thread's own, and saves nothing measurable.
SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL")
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "".join(f"PRAGMA {pragma};" for pragma in SQLITE_PRAGMAS),
}

ROOM = 256 * 1024
"""Bytes that SQLite needs beside its file to read it while others write (the log's index)."""

# A server that does not answer is away, rather than waited for: seconds to connect, milliseconds for what was sent.
POSTGRES_OPTIONS = {"connect_timeout": 3, "tcp_user_timeout": 3_000}

READ_ONLY = "?mode=ro&immutable=1"
"""How a SQLite file is read on a disk that is full: as it is, without a log beside it."""


def from_url(url: str) -> dict[str, Any]:
    """Raises ImproperlyConfigured for an invalid database URL."""
    try:
        database: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL is not a database's address: {error}") from error
    if database["ENGINE"] == "django.db.backends.sqlite3":
        path = Path(database["NAME"])
        database["OPTIONS"] = SQLITE_OPTIONS | database.get("OPTIONS", {})
        if path.exists() and not has_room(path) and not has_log(path):
            database |= {"NAME": f"file:{path.resolve()}{READ_ONLY}", "OPTIONS": {"uri": True}}
    if database["ENGINE"] == "django.db.backends.postgresql":
        database["OPTIONS"] = POSTGRES_OPTIONS | database.get("OPTIONS", {})
    return database


def read_only_path(database: dict[str, Any]) -> Path | None:
    name = str(database["NAME"])
    return Path(name.removeprefix("file:").removesuffix(READ_ONLY)) if name.endswith(READ_ONLY) else None


def has_room(path: Path) -> bool:
    disk = os.statvfs(path.resolve().parent)
    return disk.f_bavail * disk.f_frsize >= ROOM


def has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
