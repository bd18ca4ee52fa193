"""A serializer's fields with nested objects flattened: `source_slug`, `source_publisher`. Lists become JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from rest_framework import serializers


@dataclass(frozen=True, slots=True)
class CsvColumn:
    name: str
    path: tuple[str, ...]
    field: serializers.Field

    def value(self, row: dict) -> object:
        for name in self.path:
            row = row and row[name]
        return row


def columns_of(serializer: serializers.Serializer, path: tuple[str, ...] = ()) -> Iterator[CsvColumn]:
    for name, field in serializer.fields.items():
        here = (*path, name)
        if isinstance(field, serializers.Serializer):
            yield from columns_of(field, here)
        else:
            yield CsvColumn("_".join(here), here, field)
