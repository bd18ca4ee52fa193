"""What serializers of rows have in common."""

from collections.abc import Callable, Mapping
from threading import local
from typing import Any, ClassVar

from django.db import models
from rest_framework import serializers

from api.serializers.fields import Number


class Row(serializers.ModelSerializer):
    """A row as it stands inside another: all its fields, always."""

    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {models.DecimalField: Number}

    def build_standard_field(self, field_name, model_field):
        """A field that only shows: a number needs no bounds that a form would ask for."""
        field, options = super().build_standard_field(field_name, model_field)
        if field is Number:
            options = {name: options[name] for name in ("allow_null", "help_text", "label") if name in options}
        return field, options


class Name(Row):
    """A row by name, as it stands inside many others: shown once, and remembered for those to come in the answer."""

    def to_representation(self, row) -> dict:
        """The row's name, made the first time it is met."""
        known = self.context.setdefault("known", {})
        which = (type(self), row.pk)
        if which not in known:
            known[which] = super().to_representation(row)
        return known[which]


class Chosen:
    """What a list or a detail gives: one chooses its fields by `fields` and asks for more by `include`.

    What is chosen comes in the context, as names in `fields` (None for all) and `include`; where nobody chooses,
    as for the schema, there is everything.
    """

    #: Fields that are given only where they are asked for.
    optional: ClassVar[tuple[str, ...]] = ()

    def get_fields(self):
        """The fields that are asked for; what stands inside another gives what it always gives."""
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


def is_chosen(asked: Mapping[str, Any]) -> bool:
    """Whether somebody chooses `fields` or asks for more by `include`."""
    return asked.get("fields") is not None or bool(asked.get("include"))


class _Made(local):
    def __init__(self):
        self.by_kind: dict[Callable[..., Any], Any] = {}


_made = _Made()


def serializer_of(kind: Callable[..., Any], context: dict) -> Any:
    """A serializer of `kind` in the `context`; where nobody chooses fields, one that this thread has already.

    To make one takes longer than to show a page of rows. It is good until the thread asks for the next of its kind.
    """
    if is_chosen(context):
        return kind(context=context)
    if kind not in _made.by_kind:
        _made.by_kind[kind] = kind(context=context)
    serializer = _made.by_kind[kind]
    serializer._context = context
    return serializer


class Item(Chosen, Row):
    """A row as a list or a detail gives it."""
