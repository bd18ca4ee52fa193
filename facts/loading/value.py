"""A plain value of a fixture, as the field it is for takes it."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from facts.loading.name import Name


def plain_value(field: models.Field, value: Any) -> Any:
    """`value` in the field's own type; ValidationError where it is of another that would be bent to fit."""
    if value is None:
        return None
    if isinstance(field, models.CharField | models.TextField) and not isinstance(value, str):
        raise ValidationError(f"{value} is no text; put it in quotes.")
    if isinstance(field, models.BooleanField) != isinstance(value, bool) and not isinstance(field, models.JSONField):
        raise ValidationError(f"{value} is true, false, or something else where it should not be.")
    if isinstance(value, float) and isinstance(field, models.IntegerField):
        raise ValidationError(f"{value} is no whole number.")
    # The digits as written, not the binary fraction nearest to them.
    digits = isinstance(value, float) and isinstance(field, models.DecimalField)
    return field.to_python(Decimal(repr(value)) if digits else value)


def reference(field: Any, value: Any) -> Name | None:
    """The row that a reference names by its natural key; None for none.

    ValidationError where the key is not a list of as many texts as the row's model has in its own.
    """
    if value is None:
        if not field.null:
            raise ValidationError("is missing.")
        return None
    return _named(field.related_model, value)


def references(field: Any, value: Any) -> tuple[Name, ...]:
    """The rows that a list of references names; ValidationError as for one."""
    if not isinstance(value, list):
        raise ValidationError(f"{value} is no list of natural keys, such as [[rhit], [rhia]].")
    return tuple(_named(field.related_model, key) for key in value)


def _named(model, key):
    wanted = model.natural_key_fields
    if not isinstance(key, list) or len(key) != len(wanted) or not all(isinstance(part, str) for part in key):
        raise ValidationError(f"{key} is no natural key of {model._meta.label_lower}: [{', '.join(wanted)}], as texts.")
    return Name(model, tuple(key))
