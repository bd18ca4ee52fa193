"""The columns of a table: a serializer's fields, with what stands inside a field flattened.

`source` becomes `source_slug`, `source_publisher` and so on; a list inside a row stays one cell, as JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rest_framework import serializers

from api.serializers.fields import Marks


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, where its value is in a row, and the field that makes the value."""

    name: str
    path: tuple[str, ...]
    field: serializers.Field

    def value(self, row: dict):
        """The row's value; None where something on the way to it is missing."""
        for name in self.path:
            row = row and row[name]
        return row


def columns_of(serializer: serializers.Serializer, path: tuple[str, ...] = ()) -> Iterator[Column]:
    """The columns of a serializer's rows, in the order of its fields."""
    for name, field in serializer.fields.items():
        here = (*path, name)
        if isinstance(field, serializers.Serializer):
            yield from columns_of(field, here)
        else:
            yield Column("_".join(here), here, field)


def is_structured(field: serializers.Field) -> bool:
    """Whether a cell of the field holds JSON."""
    return isinstance(field, serializers.ListSerializer | serializers.JSONField | Marks)
