"""Drafted rows laid over what queries read, in a WITH clause that shadows each table. Nothing is written."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from facts.freezing import unfrozen

_READS = re.compile(r"\s*\(*\s*SELECT\b", re.IGNORECASE)


class WriteRefused(Exception):  # noqa: N818 - what happened, rather than what went wrong
    """Something was to be written while drafted rows are laid over the tables."""


@dataclass
class Overlay:
    """Unsaved `rows`, `hidden` published ones, and `ties` of many-to-many fields."""

    rows: list[models.Model] = field(default_factory=list)
    hidden: set[tuple[type[models.Model], int]] = field(default_factory=set)
    ties: dict[tuple[models.ManyToManyField, int], list[int]] = field(default_factory=dict)


@contextmanager
def laid_over(overlay: Overlay) -> Iterator[None]:
    """Queries of this connection read the overlay. Raises WriteRefused for writes to its tables."""
    tables = [*_tables_of_rows(overlay), *_tables_of_ties(overlay)]
    features: Any = connection.features
    by_key = features.allows_group_by_selected_pks
    features.allows_group_by_selected_pks = False  # a table in a WITH clause has no primary key to group by
    try:
        with connection.execute_wrapper(_reading(tables)), unfrozen():
            yield
    finally:
        features.allows_group_by_selected_pks = by_key


@dataclass(frozen=True)
class _Table:
    fields: list[Any]
    column: Any
    hidden: set[int]
    rows: list[dict[str, Any]]

    @property
    def name(self) -> str:
        return connection.ops.quote_name(self.fields[0].model._meta.db_table)

    @property
    def data(self) -> str:
        return json.dumps(self.rows, cls=DjangoJSONEncoder)

    def clause(self) -> str:
        quote = connection.ops.quote_name
        columns = ", ".join(quote(field.column) for field in self.fields)
        hidden = ", ".join(map(str, sorted(self.hidden)))
        published = f"{'main.' if connection.vendor == 'sqlite' else ''}{self.name}"  # SQLite takes it for recursive
        kept = f"SELECT {columns} FROM {published} WHERE {quote(self.column)} NOT IN ({hidden})"  # noqa: S608 - numbers
        return f"{self.name} AS ({kept} UNION ALL {self._drafted(columns)})"

    def _drafted(self, columns: str) -> str:
        if connection.vendor == "postgresql":
            return f"SELECT {columns} FROM jsonb_populate_recordset(NULL::{self.name}, %s::jsonb)"  # noqa: S608
        cells = ", ".join(f"CAST(json_extract(value, '$.{one.column}') AS {_affinity(one)})" for one in self.fields)
        return f"SELECT {cells} FROM json_each(%s)"  # noqa: S608 - names of columns


def _affinity(column: Any) -> str:
    """A date is text to SQLite: a CAST to its own type would cut it to the year."""
    kind = column.db_type(connection) or ""
    if kind.startswith(("bool", "integer", "bigint", "smallint")):
        return "INTEGER"
    return {"decimal": "NUMERIC", "real": "REAL"}.get(kind, "TEXT")


def _tables_of_rows(overlay: Overlay) -> Iterator[_Table]:
    hidden: dict[type[models.Model], set[int]] = {}
    for model, number in [*overlay.hidden, *((type(row), row.pk) for row in overlay.rows)]:
        hidden.setdefault(model, set()).add(number)
    for model, numbers in hidden.items():
        fields: list[Any] = list(model._meta.concrete_fields)
        rows = [_cells(row, fields) for row in overlay.rows if type(row) is model]
        yield _Table(fields, model._meta.pk.column, numbers, rows)


def _cells(row: models.Model, fields: list[Any]) -> dict[str, Any]:
    if connection.vendor == "postgresql":
        return {field.column: field.value_from_object(row) for field in fields}
    return {field.column: field.get_db_prep_save(field.value_from_object(row), connection) for field in fields}


def _tables_of_ties(overlay: Overlay) -> Iterator[_Table]:
    numbers: dict[models.ManyToManyField, dict[int, list[int]]] = {}
    for (tie, row), others in overlay.ties.items():
        numbers.setdefault(tie, {})[row] = others
    for tie, by_row in numbers.items():
        pairs = [(row, other) for row, others in by_row.items() for other in others]
        near, far = tie.m2m_column_name(), tie.m2m_reverse_name()
        rows = [{"id": -place, near: row, far: other} for place, (row, other) in enumerate(pairs, 1)]
        through: Any = tie.remote_field.through
        yield _Table(list(through._meta.concrete_fields), near, set(by_row), rows)


def _reading(tables: Iterable[_Table]) -> Callable:
    clauses = {table.name: (table.clause(), table.data) for table in tables}

    def execute_over(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = [clause for name, clause in clauses.items() if name in sql]
        if not found:
            return execute(sql, params, many, context)
        if not _READS.match(sql):
            raise WriteRefused(sql)
        clause = ", ".join(text for text, _ in found)
        query = sql if params is not None else sql.replace("%", "%%")
        return execute(f"WITH {clause} {query}", (*(data for _, data in found), *(params or ())), many, context)

    return execute_over
