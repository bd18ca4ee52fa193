"""Fields that say a value as JSON should."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, cast
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from facts.marks import Mark

MARKS = {"type": "object", "properties": {mark.value: {"const": True} for mark in Mark}, "additionalProperties": False}


@extend_schema_field({"type": "number"})
class Number(serializers.Field):
    """A decimal as a JSON number: 47190, 22.35.

    A float's shortest text is the decimal's own for up to 15 digits, and no column holds more.
    """

    def to_representation(self, value: Decimal) -> int | float:
        """The number without noughts that say nothing."""
        whole = int(value)
        return whole if whole == value else float(value)


@extend_schema_field({"type": "string", "format": "uri"})
class Address(serializers.Field):
    """The absolute address of the row: of the route `name`, whose arguments are the row's `keys` ("occupation.code").

    The route is resolved once for all rows of a list, with `stand_in` and a number where a key goes.
    """

    def __init__(self, name: str, *keys: str, stand_in: str = "KEY-", **kwargs):
        self.name, self.stand_in = name, stand_in
        self.keys = [attrgetter(key) for key in keys]
        kwargs.setdefault("source", "*")
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, row) -> str:
        """The row's address."""
        path = self.template.format(*(quote(str(key(row)), safe="") for key in self.keys))
        return absolute(path, self.context)

    @cached_property
    def template(self) -> str:
        """Any row's path, with a pair of braces for each of its keys; the field outlives the request, and its site."""
        stand_ins = [f"{self.stand_in}{number}" for number in range(len(self.keys))]
        path = reverse(self.name, args=stand_ins)
        for stand_in in stand_ins:
            path = path.replace(stand_in, "{}")
        return path


@extend_schema_field({"type": "string", "format": "uri"})
class PageAddress(serializers.Field):
    """The absolute address of the page that readers see of the row."""

    def __init__(self, **kwargs):
        kwargs.setdefault("source", "get_absolute_url")
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, path: str) -> str:
        """The page's address; a path from the root is made absolute."""
        return absolute(path, self.context)


@extend_schema_field({"type": "object", "additionalProperties": MARKS})
class Marks(serializers.Field):
    """What is special about fields, by name: {"high": {"open_ended": true}}."""

    def to_representation(self, value: dict) -> dict:
        """The marks as they are kept."""
        return value


def absolute(path: str, context: Mapping[str, Any]) -> str:
    """`path` from the root of the site that is asked; of the site in the settings where nobody is asking."""
    if "site" not in context:
        request = context.get("request")
        site = (request.build_absolute_uri("/") if request else settings.SITE_URL).rstrip("/")
        cast(dict, context)["site"] = site  # resolved once for all rows of a list
    return context["site"] + path
