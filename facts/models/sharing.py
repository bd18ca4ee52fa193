"""Rows with their related rows, each of which is read once however many rows refer to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from itertools import islice
from typing import Any

from django.db import models
from django.db.models.query import ModelIterable

from facts.models.leaving_out import leave_out
from facts.models.release import Release
from facts.models.release_name import release_names, rename

Read = Callable[[models.QuerySet], list[Any]]
"""How the rows of a query are read: `list`, or `OneObjectPerRow().read` for many of them."""
Known = dict[type[models.Model], dict[int, Any]]
Nested = dict[str, Any]


class OneObjectPerRow:
    """Reads rows as `select_related` would, with one object for each related row. They are not to be changed."""

    def __init__(self) -> None:
        self._known: Known = defaultdict(dict)
        self._renamed: dict[tuple[type[models.Model], int, str], Any] = {}

    def read(self, rows: models.QuerySet) -> list[Any]:
        """The rows of a query that selects related ones."""
        return self._completed(rows, list(_plain(rows)))

    def read_in_batches(self, rows: models.QuerySet, size: int) -> Iterator[list[Any]]:
        """The same, with no more than `size` of them in memory besides the related rows."""
        plain = _plain(rows).iterator(size)
        while some := list(islice(plain, size)):
            yield self._completed(rows, some)

    def _completed(self, rows: models.QuerySet, found: list[Any]) -> list[Any]:
        nested, named = rows.query.select_related, release_names(rows)
        self._attach(found, nested if isinstance(nested, dict) else {})
        for row in found:
            for field, annotation in named.items():
                self._rename(row, field, getattr(row, annotation))
        return found

    def _attach(self, rows: Iterable[Any], nested: Nested) -> None:
        for name, deeper in nested.items():
            self._attach_one([row for row in rows if name not in row._state.fields_cache], name, deeper)

    def _attach_one(self, rows: list[Any], name: str, deeper: Nested) -> None:
        if not rows:
            return
        field: Any = rows[0]._meta.get_field(name)
        known, column = self._known[field.related_model], field.attname
        wanted = {getattr(row, column) for row in rows}
        known.update(_in_bulk(field.related_model, wanted - known.keys() - {None}))
        self._attach([known[pk] for pk in wanted if pk is not None], deeper)
        for row in rows:
            row._state.fields_cache[name] = known.get(getattr(row, column))

    def _rename(self, row: Any, field: str, name: str | None) -> None:
        shared = getattr(row, field)
        if shared is None or not name or getattr(shared, shared.name_field) == name:
            return
        key = (type(shared), shared.pk, name)
        if key not in self._renamed:
            self._renamed[key] = copy(shared)
            rename(self._renamed[key], name)
        row._state.fields_cache[field] = self._renamed[key]


def _plain(rows: models.QuerySet) -> models.QuerySet:
    """The same rows without what they refer to."""
    plain = rows.select_related(None).defer(None)
    plain._iterable_class = ModelIterable
    return plain


def _in_bulk(model: type[models.Model], numbers: Iterable[int]) -> dict[int, Any]:
    rows = model._base_manager.filter(pk__in=list(numbers))
    return {row.pk: row for row in (leave_out(rows, "report") if model is Release else rows)}
