"""Django's own, with an app's tables made together, and constraints and indexes with their table.

Django adds them one by one where another table refers to theirs; on SQLite each copies the table, which costs a first
start twenty seconds.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.migrations import Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation

from facts.create_tables import CreateTables


class TablesAtOnce(MigrationAutodetector):
    def changes(self, *arguments: Any, **options: Any) -> dict[str, list[Migration]]:
        changes = super().changes(*arguments, **options)
        for migrations in changes.values():
            for migration in migrations:
                migration.operations = at_once(migration.operations)  # type: ignore[misc]
        return changes


def at_once(operations: Iterable[Operation]) -> list[Operation]:
    grouped: list[Operation] = []
    for is_table, some in groupby(_with_constraints(list(operations)), lambda one: isinstance(one, CreateModel)):
        kept = list(some)
        grouped += [CreateTables(kept)] if is_table else kept
    return grouped


def _with_constraints(operations: list[Operation]) -> list[Operation]:
    """A table that gets a field later keeps its constraints apart, since one may be about that field."""
    with_later_fields = {operation.model_name_lower for operation in operations if isinstance(operation, AddField)}
    tables = {operation.name_lower: operation for operation in operations if isinstance(operation, CreateModel)}
    whole = {name: table for name, table in tables.items() if name not in with_later_fields}
    return [operation for operation in operations if not _taken_in(operation, whole)]


def _taken_in(operation: Operation, tables: dict[str, CreateModel]) -> bool:
    table = tables.get(getattr(operation, "model_name_lower", ""))
    if table is None or not isinstance(operation, AddConstraint | AddIndex):
        return False
    if isinstance(operation, AddConstraint):
        table.options.setdefault("constraints", []).append(operation.constraint)
    else:
        table.options.setdefault("indexes", []).append(operation.index)
    return True
