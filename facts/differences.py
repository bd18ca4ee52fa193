from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import models
from django.utils.text import capfirst
from simple_history.models import HistoricalChanges

from facts.display import Names, shown
from facts.models.curated import Curated
from facts.values import own_fields, values_of

AT_ONCE = 200


def differences_since(
    moment: datetime, model: type[models.Model], numbers: Iterable[int], names: Names | None = None
) -> Iterator[tuple[int, list[dict[str, str]]]]:
    """Primary keys and differences (`field`, `name`, `before`, `after`). `names` covers rows that are gone."""
    if not issubclass(model, Curated):
        return
    left = iter(sorted(set(numbers)))
    while some := list(islice(left, AT_ONCE)):
        before = _before(moment, model, some)
        for row in model._base_manager.filter(pk__in=before):
            yield row.pk, between(model, before[row.pk], values_of(row), names)


def _before(moment: datetime, model: type[Curated], numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The last entries before the moment, by primary key."""
    entries = model.history.filter(id__in=numbers, history_date__lt=moment).order_by("history_id")
    latest = {entry.id: entry for entry in entries}
    return {number: said_by(entry) for number, entry in latest.items()}


def said_by(entry: HistoricalChanges) -> dict[str, Any]:
    row = entry.instance
    plain = values_of(row, [field for field in own_fields(type(row)) if not field.many_to_many])
    return plain | {field.name: _tied(entry, field.name) for field in entry._history_m2m_fields}


def _tied(entry: HistoricalChanges, name: str) -> list[int]:
    field = entry.instance._meta.get_field(name)
    return sorted(getattr(entry, name).values_list(f"{field.m2m_reverse_field_name()}_id", flat=True))


def last_said(row: Curated, names: Names | None = None) -> list[dict[str, str]]:
    """Every field of a row that is about to be removed, as differences from it to nothing."""
    values = values_of(row)
    said = between(type(row), values, dict.fromkeys(values), names)
    return [field for field in said if field["before"] != field["after"]]


def between(
    model: type[models.Model], before: dict[str, Any], after: dict[str, Any], names: Names | None = None
) -> list[dict[str, str]]:
    """Compares only fields that both sides have."""
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
