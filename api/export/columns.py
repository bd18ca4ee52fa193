"""The columns of a table, each with a type that every form of the files knows."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rest_framework import serializers

from api.csv.columns import CsvColumn, columns_of
from api.serializers.fields import Address, Marks, Number

# The first that fits names the type.
TYPES = (
    (Number, "number"),
    (serializers.FloatField, "number"),
    (serializers.BooleanField, "boolean"),
    (serializers.IntegerField, "integer"),
    (serializers.DateTimeField, "datetime"),
    (serializers.DateField, "date"),
    (Marks, "object"),
    (serializers.ListSerializer, "array"),
    (serializers.JSONField, "array"),
)
"""Types of https://specs.frictionlessdata.io/table-schema/."""


@dataclass(frozen=True, slots=True)
class FileColumn:
    name: str
    type: str
    format: str
    description: str

    @property
    def field(self) -> dict[str, str]:
        """As a table schema describes it."""
        optional = {"format": self.format, "description": self.description}
        return {"name": self.name, "type": self.type} | {name: text for name, text in optional.items() if text}

    def typed(self, values: Sequence[Any]) -> Sequence[Any]:
        """Values as one type each: lists and objects as JSON, texts as texts."""
        write = WRITE.get(self.type)
        return values if write is None else [None if value is None else write(value) for value in values]


def file_columns(serializer: serializers.Serializer) -> list[FileColumn]:
    return [_column(column) for column in columns_of(serializer)]


def _column(column: CsvColumn) -> FileColumn:
    kind = next((name for cls, name in TYPES if isinstance(column.field, cls)), "string")
    shape = "uri" if isinstance(column.field, Address) else ""
    return FileColumn(column.name, kind, shape, str(column.field.help_text or ""))


_encode = json.JSONEncoder(ensure_ascii=False).encode


def as_json(value: Any) -> str:
    return _encode(value) if value else "[]" if isinstance(value, list) else "{}"


def _text(value: Any) -> str:
    if type(value) is str:
        return value
    return as_json(value) if isinstance(value, list | dict) else str(value)


WRITE: dict[str, Callable[[Any], Any]] = {
    "number": float,
    "string": _text,
    "object": as_json,
    "array": as_json,
}
