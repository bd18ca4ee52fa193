"""What a fixture may say of a model."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from facts.models.natural import NaturalKey


@dataclass(frozen=True)
class Shape:
    """A model's fields by name: plain values, references to one row, references to many."""

    plain: dict[str, Any]
    one: dict[str, Any]
    many: dict[str, Any]

    @property
    def names(self) -> set[str]:
        """The names of all of them."""
        return {*self.plain, *self.one, *self.many}

    def fields(self) -> Iterator[tuple[str, str, Any]]:
        """Each field, after its kind ("plain", "one", "many") and its name."""
        for kind in ("plain", "one", "many"):
            for name, field in getattr(self, kind).items():
                yield kind, name, field


@cache
def shape_of(model: type[NaturalKey]) -> Shape:
    """The fields that a fixture may give: those people fill in, not what Rungs counts itself."""
    filled_in = [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    return Shape(
        plain={field.name: field for field in filled_in if not field.is_relation},
        one={field.name: field for field in filled_in if isinstance(field, models.ForeignKey)},
        many={field.name: field for field in model._meta.many_to_many if _is_plain(field)},
    )


def _is_plain(field) -> bool:
    # Ties with something to say of their own have a model, and rows of it.
    return bool(field.remote_field.through._meta.auto_created)
