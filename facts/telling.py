"""What a row says, in words that a person reads."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import models

NOTHING = "nothing"

#: What rows are called that are not in the database (any more, or yet), by model and number.
Names = Mapping[tuple[type[models.Model], int], str]


def shown(field: models.Field, value: Any, names: Names | None = None) -> str:
    """The value of a field, as `values_of` gives it, in words: rows by their names, choices by their labels."""
    if value in (None, "", [], {}):
        return NOTHING
    if field.many_to_many:
        return "; ".join(_name(field.remote_field.model, number, names or {}) for number in value)
    if field.is_relation:
        return _name(field.remote_field.model, value, names or {})
    return _plain(field, value)


def _name(model, number, names) -> str:
    found = model._base_manager.filter(pk=number).first()
    return str(found) if found else names.get((model, number), f"number {number}")


def _plain(field, value) -> str:
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DecimalField):
        return f"{Decimal(value).normalize():f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
