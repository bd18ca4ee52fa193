from collections.abc import Callable, Mapping
from threading import local
from typing import Any, ClassVar

from django.db import models
from rest_framework import serializers

from api.serializers.fields import Number


class RowSerializer(serializers.ModelSerializer):
    """A nested row: always all fields."""

    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {models.DecimalField: Number}

    def build_standard_field(
        self, field_name: str, model_field: models.Field
    ) -> tuple[type[serializers.Field], dict[str, Any]]:
        """Without validation bounds, which only forms need."""
        field, options = super().build_standard_field(field_name, model_field)
        if field is Number:
            options = {name: options[name] for name in ("allow_null", "help_text", "label") if name in options}
        return field, options


class Name(RowSerializer):
    """A row by name, cached within a response. Releases may give one row several names."""

    def to_representation(self, row: models.Model) -> dict:
        known = self.context.setdefault("known", {})
        which = (type(self), row.pk, getattr(row, getattr(row, "name_field", ""), ""))
        if which not in known:
            known[which] = super().to_representation(row)
        return known[which]


class Chosen:
    """Without `fields` and `include` in the context, as for the schema, shows every field."""

    #: Fields that are given only where they are asked for.
    optional: ClassVar[tuple[str, ...]] = ()

    def get_fields(self) -> dict[str, serializers.Field]:
        """Nested rows keep all fields."""
        fields = super().get_fields()
        if not self._is_outermost:
            return {name: field for name, field in fields.items() if name not in self.optional}
        chosen = self.context.get("fields")
        plain = {name for name in fields if name not in self.optional and (chosen is None or name in chosen)}
        wanted = plain.union(self.context.get("include", self.optional))
        return {name: field for name, field in fields.items() if name in wanted}

    @property
    def _is_outermost(self) -> bool:
        parent = self.parent.parent if isinstance(self.parent, serializers.ListSerializer) else self.parent
        return parent is None


class Inner(Chosen):
    """Shows what `inner` names of a row, rather than the row."""

    inner: ClassVar[str]

    def to_representation(self, row: models.Model) -> dict:
        return super().to_representation(getattr(row, self.inner))


def is_chosen(values: Mapping[str, Any]) -> bool:
    return values.get("fields") is not None or bool(values.get("include"))


class _Made(local):
    def __init__(self) -> None:
        self.by_kind: dict[Callable[..., Any], Any] = {}


_made = _Made()


def serializer_of(kind: Callable[..., Any], context: dict) -> Any:
    """Reused by a thread: making one takes longer than a page of rows."""
    if is_chosen(context):
        return kind(context=context)
    if kind not in _made.by_kind:
        _made.by_kind[kind] = kind(context=context)
    serializer = _made.by_kind[kind]
    serializer._context = context
    return serializer


class ListItemSerializer(Chosen, RowSerializer):
    """A row as a list or a detail gives it."""
