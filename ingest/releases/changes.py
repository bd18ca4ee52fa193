"""By how much figures differ between two releases."""

from array import array
from collections.abc import Iterator
from statistics import median

from django.db import connection, models

from ingest.releases.comparison import ReleaseComparison
from ingest.releases.report import FigureMove

ROWS_AT_ONCE = 2_000


def moves(comparison: ReleaseComparison) -> list[FigureMove]:
    """One Move for each numeric field of which figures differ, in the order of the table's fields."""
    table = comparison.table
    numeric = [name for name in table.values if _is_numeric(table.model._meta.get_field(name))]
    gathered = [_Gathered(name) for name in numeric]
    for key, old, new in _pairs(comparison, numeric):
        for one, before, after in zip(gathered, old, new, strict=True):
            if before is not None and after is not None and before != after:
                one.take(key, float(before), float(after))
    return [one.move(comparison) for one in gathered if one.changes]


def _is_numeric(field):
    return isinstance(field, models.DecimalField | models.IntegerField | models.FloatField)


class _Gathered:
    def __init__(self, name):
        self.name = name
        self.changes = array("d")
        self.largest = (0.0, (), 0.0, 0.0)

    def take(self, key, before, after):
        change = (after - before) / abs(before) if before else 0.0
        self.changes.append(change)
        if abs(change) >= abs(self.largest[0]):
            self.largest = (change, key, before, after)

    def move(self, comparison) -> FigureMove:
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
    """The key of each cell that stands in both and differs, its figures before and its figures after."""
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
    """The cell in words: the codes of what its key names."""
    fields = [comparison.table.model._meta.get_field(name) for name in comparison.table.key]
    parts = zip(fields, key, strict=True)
    return ", ".join(_code(field.related_model, value) if field.is_relation else str(value) for field, value in parts)


def _code(model, pk):
    return str(model._base_manager.values_list(model.natural_key_fields[-1], flat=True).get(pk=pk))
