from collections.abc import Mapping
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import Any, cast
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from facts.marks import Mark

MARKS = {
    "type": "object",
    "properties": {mark.value: {"type": "boolean", "enum": [True]} for mark in Mark},
    "additionalProperties": False,
}
EMPTY_OR_ADDRESS = {"anyOf": [{"type": "string", "format": "uri"}, {"type": "string", "maxLength": 0}]}
"""The schema of an address that may be missing."""


@extend_schema_field({"type": "number"})
class Number(serializers.Field):
    """A JSON number such as 47190 or 22.35. Floats are exact up to 15 digits, and no column has more."""

    def to_representation(self, value: Decimal) -> int | float:
        whole = int(value)
        return whole if whole == value else float(value)


@extend_schema_field({"type": "string", "format": "uri"})
class Address(serializers.Field):
    """`keys` are attributes of the row ("occupation.code"). The route is resolved once per list."""

    def __init__(self, name: str, *keys: str, stand_in: str = "KEY-", **kwargs: Any) -> None:
        self.name, self.stand_in = name, stand_in
        self.keys = [attrgetter(key) for key in keys]
        kwargs.setdefault("source", "*")
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, row: object) -> str:
        path = self.template.format(*[_quoted(str(key(row))) for key in self.keys])
        return absolute(path, self.context)

    @cached_property
    def template(self) -> str:
        """A path with braces for keys."""
        stand_ins = [f"{self.stand_in}{number}" for number in range(len(self.keys))]
        path = reverse(self.name, args=stand_ins)
        for stand_in in stand_ins:
            path = path.replace(stand_in, "{}")
        return path


@extend_schema_field({"type": "string", "format": "uri"})
class PageAddress(serializers.Field):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("source", "get_absolute_url")
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, path: str) -> str:
        """Always absolute."""
        return absolute(path, self.context)


@extend_schema_field({"type": "object", "additionalProperties": MARKS})
class Marks(serializers.Field):
    """{"high": {"open_ended": true}}"""

    def to_representation(self, value: dict) -> dict:
        return value


@lru_cache(maxsize=10_000)
def _quoted(key: str) -> str:
    return quote(key, safe="")


@cache
def path_of(name: str) -> str:
    return reverse(name)


def absolute(path: str, context: Mapping[str, Any]) -> str:
    """Uses the host in settings without a request."""
    if "site" not in context:
        request = context.get("request")
        site = (request.build_absolute_uri("/") if request else settings.SITE_URL).rstrip("/")
        cast(dict, context)["site"] = site  # resolved once for all rows of a list
    return context["site"] + path
