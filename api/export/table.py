import inspect
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from rest_framework import serializers


@dataclass(frozen=True, slots=True)
class Table:
    """What rows refer to is kept in memory while they are read, unless it is many."""

    name: str
    serializer: type[serializers.Serializer]
    rows: Callable[[], QuerySet | list]
    key: tuple[str, ...]
    refers_to_many: bool = False

    def shown(self, context: dict) -> serializers.Serializer:
        return self.serializer(context=context | {"include": ()})

    @property
    def description(self) -> str:
        return (inspect.getdoc(self.serializer) or "").partition("\n")[0]
