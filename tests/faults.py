"""Databases that fail, and what they then hold."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection

from ingest.releases.bulk import BulkWriter

ROOMS = ("facts", "ingest", "editorial", "money", "careers", "salaries", "education")


def everything() -> dict[str, list[str]]:
    """All that the tables hold, by table, histories too."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in ROOMS]
    return {model._meta.db_table: _rows(model._meta.db_table) for model in models}


def _rows(table):
    # Straight from the database, since this is asked after every fault.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
        return sorted(map(str, cursor.fetchall()))


def numbers_of_statements(*, every: bool) -> Iterator[int]:
    """Counted from 1: each, or the first few and then about one in five."""
    number = 1
    while True:
        yield number
        number += 1 if every or number < 4 else max(3, number // 5)


class FailAt:
    """Lets so many statements through and fails the next one, once; a bulk of rows counts as a statement."""

    def __init__(self, number: int):
        self._left = number

    @property
    def has_failed(self) -> bool:
        """Whether there were so many statements."""
        return self._left <= 0

    def count(self) -> None:
        """One more statement."""
        self._left -= 1
        if self._left == 0:
            raise DatabaseError("the disk is full")

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        self.count()
        return execute(sql, params, many, context)


@contextmanager
def failing_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[FailAt]:
    """A block in which the statement of this number fails, counted from 1, be it one of many rows or a COPY."""
    fail = FailAt(number)
    write = BulkWriter.write

    def counted(self, rows):
        if connection.vendor == "postgresql":  # a COPY goes past the wrapper of statements
            fail.count()
        write(self, rows)

    with monkeypatch.context() as patched, connection.execute_wrapper(fail):
        patched.setattr(BulkWriter, "write", counted)
        yield fail
