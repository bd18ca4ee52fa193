"""How rows differ from what they said before an act, field by field and in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import models
from django.utils.text import capfirst

from facts.display import Names, shown
from facts.models.curated import Curated
from facts.values import own_fields, values_of

AT_ONCE = 200


def differences_since(
    moment: datetime, model: type[models.Model], numbers: Iterable[int], names: Names | None = None
) -> Iterator[tuple[int, list[dict[str, str]]]]:
    """For each of these rows of `model` that has a history: its number, and what it says now and did not at `moment`.

    Each difference has the `field`, its `name` for people, and what it said `before` and `after`. `names` are those of
    rows that are gone.
    """
    if not issubclass(model, Curated):
        return
    left = iter(sorted(set(numbers)))
    while some := list(islice(left, AT_ONCE)):
        before = _before(moment, model, some)
        for row in model._base_manager.filter(pk__in=before):
            yield row.pk, between(model, before[row.pk], values_of(row), names)


def _before(moment, model, numbers) -> dict[int, dict[str, Any]]:
    """What the rows said at the moment, by number: the last of each one's entries before it."""
    entries = model.history.filter(id__in=numbers, history_date__lt=moment).order_by("history_id")
    latest = {entry.id: entry for entry in entries}
    return {number: said_by(entry) for number, entry in latest.items()}


def said_by(entry) -> dict[str, Any]:
    """What an entry of a row's history says by field, as `values_of` gives it."""
    row = entry.instance
    plain = values_of(row, [field for field in own_fields(type(row)) if not field.many_to_many])
    return plain | {field.name: _tied(entry, field.name) for field in entry._history_m2m_fields}


def _tied(entry, name):
    field = entry.instance._meta.get_field(name)
    return sorted(getattr(entry, name).values_list(f"{field.m2m_reverse_field_name()}_id", flat=True))


def between(
    model: type[models.Model], before: dict[str, Any], after: dict[str, Any], names: Names | None = None
) -> list[dict[str, str]]:
    """What a row says `after` and did not `before`, each as `values_of` gives it; only fields that both know of."""
    fields = [field for field in own_fields(model) if field.name in before and field.name in after]
    return [
        {
            "field": field.name,
            "name": capfirst(str(field.verbose_name)),
            "before": shown(field, before[field.name], names, beside=before),
            "after": shown(field, after[field.name], names, beside=after),
        }
        for field in fields
        if before[field.name] != after[field.name]
    ]
