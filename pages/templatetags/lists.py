from collections.abc import Mapping
from urllib.parse import urlencode

from django import template
from django.template.context import Context

register = template.Library()

LONGEST = 200
"""A longer value is nonsense, and would stand in every link of the page."""


@register.simple_tag(takes_context=True)
def same_but(context: Context, changes: Mapping[str, str] | None = None, **more: str) -> str:
    """From the first page on; an empty value removes a parameter."""
    asked = context["request"].GET.copy()
    asked.pop("page", None)
    for name, value in {**(changes or {}), **more}.items():
        asked.pop(name, None)
        if value not in ("", None):
            asked[name] = str(value)
    for name in [name for name, values in asked.lists() if any(len(value) > LONGEST for value in values)]:
        del asked[name]
    return f"?{asked.urlencode()}" if asked else context["request"].path


@register.simple_tag(takes_context=True)
def is_asked(context: Context, values: Mapping[str, str]) -> bool:
    asked = context["request"].GET
    return all(asked.get(name, "") == value for name, value in values.items())


@register.simple_tag(takes_context=True)
def kept(context: Context, *names: str) -> list[tuple[str, str]]:
    """For hidden fields: all parameters but `names` and the page."""
    lists = context["request"].GET.lists()
    left_out = {*names, "page"}
    return [
        (name, value) for name, values in lists if name not in left_out for value in values if len(value) <= LONGEST
    ]


@register.simple_tag
def query(values: Mapping[str, str]) -> str:
    """With the question mark; without empty values."""
    given = {name: value for name, value in values.items() if value}
    return f"?{urlencode(given)}" if given else ""
