from rest_framework import serializers

from api.csv.columns import CsvColumn
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


def field_of(column: CsvColumn) -> dict:
    kind = next((name for cls, name in TYPES if isinstance(column.field, cls)), "string")
    described = {"name": column.name, "type": kind}
    if isinstance(column.field, Address):
        described["format"] = "uri"
    if text := column.field.help_text:
        described["description"] = str(text)
    return described
