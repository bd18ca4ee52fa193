import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from django.db import models
from django.utils.text import capfirst

from facts.marks import Mark

NOTHING = "nothing"

#: What rows are called that are not in the database (any more, or yet), by model and number.
Names = Mapping[tuple[type[models.Model], int], str]


def shown(
    field: models.Field, value: Any, names: Names | None = None, *, beside: Mapping[str, Any] | None = None
) -> str:
    """`beside` has the row's other values, to find the unit."""
    if value in (None, "", [], {}):
        return NOTHING
    if field.many_to_many:
        return "; ".join(_name(_related(field), number, names or {}) for number in value)
    if field.is_relation:
        return _name(_related(field), value, names or {})
    if field.name == "marks":
        return "\n".join(_marked(field.model, name, marks) for name, marks in value.items())
    row_model: Any = field.model
    if unit := row_model.unit_of(field.name, beside or {}):
        return unit.say(Decimal(value))
    return _plain(field, value)


def _related(field: models.Field) -> type[models.Model]:
    return cast(type[models.Model], field.related_model)


def _marked(model: type[models.Model], name: str, marks: Mapping[str, Any]) -> str:
    known = dict(Mark.choices)
    label = capfirst(str(cast(models.Field, model._meta.get_field(name)).verbose_name))
    return f"{label}: {'; '.join(known[mark] for mark in marks)}"


def _name(model: type[models.Model], number: int, names: Names) -> str:
    row = model._base_manager.filter(pk=number).first()
    return str(row) if row else names.get((model, number), f"number {number}")


def _plain(field: models.Field, value: Any) -> str:
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DecimalField):
        return f"{Decimal(value).normalize():f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
