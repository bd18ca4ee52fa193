import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

#: Counts the saves, and says nothing of its own.
COUNTER = "version"


def own_fields(model: type[models.Model]) -> list[models.Field]:
    """Without primary key, version and generated columns."""
    fields = [field for field in model._meta.concrete_fields if not (field.primary_key or field.generated)]
    return [field for field in fields if field.name != COUNTER] + ties(model)


def ties(model: type[models.Model]) -> list[models.ManyToManyField]:
    """Without explicit `through` models."""
    return [field for field in model._meta.many_to_many if _is_own(field)]


def _is_own(field: Any) -> bool:
    return bool(field.remote_field.through._meta.auto_created)


def values_of(row: models.Model, fields: Iterable[models.Field] | None = None) -> dict[str, Any]:
    """Relations are primary keys. `row` must be fresh."""
    values = {field.name: _value(row, field) for field in fields or own_fields(type(row))}
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def numbers_and_texts(row: models.Model) -> dict[str, Any]:
    return {field.name: field.value_from_object(row) for field in row._meta.concrete_fields}


def _value(row: models.Model, field: models.Field) -> Any:
    if field.many_to_many:
        return sorted(getattr(row, field.name).values_list("pk", flat=True))
    return field.value_from_object(row)


def put(row: models.Model, values: dict[str, Any]) -> None:
    """Unsaved; many-to-many values are set by `tie`."""
    for field in own_fields(type(row)):
        if field.name in values and not field.many_to_many:
            setattr(row, field.attname, field.to_python(values[field.name]))


def tie(row: models.Model, values: dict[str, Any]) -> None:
    """Skips rows that are gone."""
    for field in ties(type(row)):
        if field.name in values:
            others = field.remote_field.model._default_manager.filter(pk__in=values[field.name])
            getattr(row, field.name).set(others)
