"""Other processes on the database of a test."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg2
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]


def address(folder: Path) -> str:
    """The DATABASE_URL of the test's database; of a copy of it in `folder` where it is SQLite, which is in memory."""
    if connection.vendor == "postgresql":
        return _postgres_url(connection.settings_dict["NAME"])
    copy = folder / "rungs.sqlite3"
    with closing(sqlite3.connect(copy)) as target:
        connection.ensure_connection()
        connection.connection.backup(target)
        target.execute("PRAGMA journal_mode = WAL")  # as Rungs keeps it: whoever does so first locks everyone out
    return f"sqlite:///{copy}"


class Elsewhere:
    """Commands, each in a process of its own, and questions on one database."""

    def __init__(self, address: str):
        said = {"DATABASE_URL": address, "RUNGS_LOCAL": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
        self.address = address
        self._environment = {**os.environ, **said}

    def start(self, *arguments: object) -> subprocess.Popen:
        """Start Python with these arguments."""
        return subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: object) -> str:
        """Run Python with these arguments; gives what it prints, and fails the test where it fails."""
        with self.start(*arguments) as process:
            told, problems = process.communicate(timeout=300)
        assert process.returncode == 0, problems
        return told

    def read(self, sql: str) -> list[tuple]:
        """The rows that a query gives; without a process, so that it can be asked often."""
        kind, _, rest = self.address.partition(":///")
        other = sqlite3.connect(rest) if kind == "sqlite" else psycopg2.connect(self.address)
        with closing(other), closing(other.cursor()) as cursor:
            cursor.execute(sql)
            return cursor.fetchall()


@contextmanager
def empty_database(folder: Path, name: str) -> Iterator[Elsewhere]:
    """Another database than the test's, in `folder` or on its server, for as long as the block runs."""
    if connection.vendor != "postgresql":
        yield Elsewhere(f"sqlite:///{folder / f'{name}.sqlite3'}")
        return
    full_name = f"{connection.settings_dict['NAME']}_{name}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {full_name}")
        cursor.execute(f"CREATE DATABASE {full_name}")
    yield Elsewhere(_postgres_url(full_name))
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {full_name} WITH (FORCE)")


def _postgres_url(name: str) -> str:
    settings = connection.settings_dict
    return f"postgres://{settings['USER']}@{quote(settings['HOST'], safe='')}/{name}"
