"""What a row says, as plain values that can be compared and kept as a digest."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import models

from facts.loading.shape import shape_of
from facts.models.natural import NaturalKey

Said = dict[str, Any]


def says(row: NaturalKey, many: Mapping[str, Iterable[tuple]]) -> Said:
    """The row's fields as plain values, references as natural keys; `many` has the keys of those it is tied to.

    A field that has its default is left out, so that a field which the model gets later changes nothing of what a row
    said before.
    """
    shape = shape_of(type(row))
    defaults = _defaults(type(row))
    said = {name: _plain(field, getattr(row, name)) for name, field in shape.plain.items()}
    said = {name: value for name, value in said.items() if value != defaults[name]}
    said |= {name: list(map(str, target.natural_key())) for name in shape.one if (target := getattr(row, name))}
    return said | {name: sorted(map(list, keys)) for name, keys in many.items() if keys}


def says_in_database(row: NaturalKey) -> Said:
    """The same of a row read from the database, with what it is tied to there."""
    many = {name: [target.natural_key() for target in getattr(row, name).all()] for name in shape_of(type(row)).many}
    return says(row, many)


def digest(said: Said) -> str:
    """SHA-256 of what a row says."""
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def differing(one: Said, other: Said) -> list[str]:
    """The names of the fields of which the two say different things."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@cache
def _defaults(model: type[NaturalKey]) -> Said:
    return {name: _plain(field, field.get_default()) for name, field in shape_of(model).plain.items()}


def _plain(field: models.Field, value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.DecimalField):
        return f"{value.normalize():f}"
    if isinstance(field, models.CharField | models.TextField):
        # As a form hands it back: an editor who saves a form as it was has changed nothing.
        return str(value).replace("\r\n", "\n").strip()
    return value if isinstance(value, bool | int) else str(value)
