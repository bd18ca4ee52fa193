from array import array
from collections.abc import Iterator
from statistics import median
from typing import Any

from django.db import connection, models

from ingest.releases.comparison import ReleaseComparison
from ingest.releases.report import FigureMove

ROWS_AT_ONCE = 2_000


def moves(comparison: ReleaseComparison) -> list[FigureMove]:
    table = comparison.table
    numeric = [name for name in table.values if _is_numeric(table.model._meta.get_field(name))]
    gathered = [_Gathered(name) for name in numeric]
    for key, old, new in _pairs(comparison, numeric):
        for one, before, after in zip(gathered, old, new, strict=True):
            if before is not None and after is not None and before != after:
                one.take(key, float(before), float(after))
    return [one.move(comparison) for one in gathered if one.changes]


def _is_numeric(field: Any) -> bool:
    return isinstance(field, models.DecimalField | models.IntegerField | models.FloatField)


class _Gathered:
    def __init__(self, name: str) -> None:
        self.name = name
        self.changes = array("d")
        self.largest = (0.0, (), 0.0, 0.0)

    def take(self, key: Any, before: Any, after: Any) -> None:
        change = (after - before) / abs(before) if before else 0.0
        self.changes.append(change)
        if abs(change) >= abs(self.largest[0]):
            self.largest = (change, key, before, after)

    def move(self, comparison: Any) -> FigureMove:
        change, key, before, after = self.largest
        return FigureMove(
            field=self.name,
            figures=len(self.changes),
            median=median(self.changes),
            largest=change,
            largest_at=_named(comparison, key),
            before=f"{before:,.10g}",
            after=f"{after:,.10g}",
        )


def _pairs(comparison: ReleaseComparison, numeric: list[str]) -> Iterator[tuple]:
    table = comparison.table
    quote = connection.ops.quote_name
    keys, values = (list(map(quote, table.columns(names))) for names in (table.key, numeric))
    asked = [f"new.{key}" for key in keys] + [f"{side}.{value}" for side in ("old", "new") for value in values]
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)} {comparison.differing}", comparison.parameters)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for row in rows:
                figures = row[len(keys) :]
                yield row[: len(keys)], figures[: len(values)], figures[len(values) :]


def _named(comparison: ReleaseComparison, key: tuple) -> str:
    fields = [comparison.table.model._meta.get_field(name) for name in comparison.table.key]
    parts = zip(fields, key, strict=True)
    return ", ".join(_code(field.related_model, value) if field.is_relation else str(value) for field, value in parts)


def _code(model: Any, pk: int) -> str:
    return str(model._base_manager.values_list(model.natural_key_fields[-1], flat=True).get(pk=pk))
