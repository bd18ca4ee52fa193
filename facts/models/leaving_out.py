"""Rows that are read without a long column, which is read once somebody asks for it."""

from typing import Any, TypeVar

from django.db.models import QuerySet

Rows = TypeVar("Rows", bound=QuerySet)


def leave_out(rows: Rows, path: str) -> Rows:
    """As `rows.defer(path)`, by naming all other columns.

    For each query that defers, Django holds every relation that leads to the model against all others: a millisecond
    for a release. `path` is "report", say, or "release__report".
    """
    return rows.only(*_others(rows.model, path))


def _others(model: Any, path: str) -> tuple[str, ...]:
    name, _, rest = path.partition("__")
    field = model._meta.get_field(name)
    others = tuple(other.name for other in model._meta.concrete_fields if other != field)
    return others + (tuple(f"{name}__{other}" for other in _others(field.related_model, rest)) if rest else ())
