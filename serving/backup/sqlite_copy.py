"""By SQLite's online backup API."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from serving.backup.archive import BackupRefused


def dump(connection: Any, copy: Path) -> dict[str, int]:
    connection.ensure_connection()
    with closing(sqlite3.connect(copy)) as target:
        connection.connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        return _count_rows(target)


def restore(connection: Any, copy: Path) -> None:
    """One transaction: readers see the old data or the new."""
    with closing(sqlite3.connect(copy)) as source:
        if (problem := source.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise BackupRefused(f"The copy is damaged: {problem}")
        source.execute("PRAGMA journal_mode = WAL")
        connection.ensure_connection()
        source.backup(connection.connection)
    connection.close()


def count_rows(connection: Any) -> dict[str, int]:
    connection.ensure_connection()
    return _count_rows(connection.connection)


def _count_rows(database: sqlite3.Connection) -> dict[str, int]:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {name: _count(database, name) for (name,) in sorted(names.fetchall())}


def _count(database: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return database.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # noqa: S608 - a name in the schema
