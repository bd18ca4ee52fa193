"""Tables whose every value is a column: read as tuples, without an object for each row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.constants import LOOKUP_SEP
from django.db.models.query import QuerySet
from rest_framework import serializers

from api.export.shapes import PLAIN
from api.serializers.base import RowSerializer
from api.serializers.fields import Number
from facts.models.release_name import release_names

AS_READ = (serializers.CharField, serializers.ChoiceField, serializers.IntegerField, serializers.BooleanField)
"""Fields that give what the column holds."""
Columns = list[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class _Leaf:
    path: str
    is_number: bool
    write: Callable[[Any], Any] | None


class PlainRows:
    def __init__(self, serializer: serializers.Serializer, leaves: Sequence[_Leaf]) -> None:
        self._leaves = leaves
        self._nest = _nesting(serializer)

    def batches(self, rows: QuerySet, size: int) -> Iterator[tuple[list[dict], Columns]]:
        """The second as `columns_of` orders them."""
        tuples = iter(rows.select_related(None).values_list(*map(_expression, self._leaves)).iterator(size))
        while some := list(islice(tuples, size)):
            by_column = zip(self._leaves, zip(*some, strict=True), strict=True)
            columns = [_written(leaf, values) for leaf, values in by_column]
            yield self._nest(columns), columns


def plain_rows(serializer: serializers.Serializer, rows: QuerySet | list) -> PlainRows | None:
    """None where a value takes more than a column."""
    if not isinstance(rows, QuerySet) or release_names(rows):
        return None
    leaves = list(_leaves(serializer, rows.model, ""))
    return None if None in leaves else PlainRows(serializer, leaves)  # type: ignore[arg-type]


def _leaves(serializer: serializers.Serializer, model: type[models.Model], path: str) -> Iterator[_Leaf | None]:
    is_plain = isinstance(serializer, RowSerializer) and type(serializer).to_representation in PLAIN
    for field in serializer.fields.values() if is_plain else ():
        steps = str(field.source).split(".")
        column = _column(model, steps)
        here = LOOKUP_SEP.join([*([path] if path else []), *steps])
        if column is None:
            yield None
        elif isinstance(field, serializers.Serializer) and column.related_model:
            yield from _leaves(field, column.related_model, here)
        else:
            yield _leaf(field, column, here)
    if not is_plain:
        yield None


def _column(model: type[models.Model] | None, steps: Sequence[str]) -> models.Field | None:
    column: Any = None
    for step in steps:
        try:
            column = model and model._meta.get_field(step)
        except FieldDoesNotExist:
            return None
        if not getattr(column, "concrete", False) or column.many_to_many:
            return None
        model = column.related_model
    return column


def _leaf(field: serializers.Field, column: models.Field, path: str) -> _Leaf | None:
    if isinstance(field, Number) and isinstance(column, models.DecimalField):
        return _Leaf(path, is_number=True, write=None)
    if type(field) is serializers.DateField and type(column) is models.DateField:
        return _Leaf(path, is_number=False, write=_date)
    is_as_read = isinstance(field, AS_READ) and not column.is_relation and not isinstance(column, models.DecimalField)
    return _Leaf(path, is_number=False, write=None) if is_as_read else None


def _expression(leaf: _Leaf) -> Any:
    """To make decimals takes longer than all the rest."""
    if leaf.is_number:
        return models.ExpressionWrapper(models.F(leaf.path), output_field=models.FloatField())
    return models.F(leaf.path)


def _written(leaf: _Leaf, values: Sequence[Any]) -> Sequence[Any]:
    if leaf.is_number:
        return [int(value) if value is not None and value.is_integer() else value for value in values]
    if leaf.write:
        return [None if value is None else leaf.write(value) for value in values]
    return values


@cache
def _date(value: date) -> str:
    return value.isoformat()


def _nesting(serializer: serializers.Serializer) -> Callable[[Columns], list]:
    names = [str(name) for name in serializer.fields]
    plan = [
        (len(_flat(field)), _nesting(field)) if isinstance(field, serializers.Serializer) else (1, None)
        for field in serializer.fields.values()
    ]
    is_shared = serializer.parent is not None
    known: dict[tuple, dict | None] = {}

    def nest(columns: Columns) -> list:
        tops, at = [], 0
        for width, deeper in plan:
            tops.append(deeper(columns[at : at + width]) if deeper else columns[at])
            at += width
        if not is_shared:
            return [dict(zip(names, values, strict=True)) for values in zip(*tops, strict=True)]
        return [_once(known, names, values) for values in zip(*tops, strict=True)]

    return nest


def _once(known: dict[tuple, dict | None], names: Sequence[str], values: tuple) -> dict | None:
    if values not in known:
        known[values] = None if values[0] is None else dict(zip(names, values, strict=True))
    return known[values]


def _flat(serializer: serializers.Serializer) -> list[serializers.Field]:
    fields = serializer.fields.values()
    parts = (_flat(field) if isinstance(field, serializers.Serializer) else [field] for field in fields)
    return [leaf for part in parts for leaf in part]
