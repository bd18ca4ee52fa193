"""Values as a form sends and shows them."""

from decimal import Decimal
from typing import Any

from django import forms


def plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def fill_in(data: Any, bound: Any, value: Any) -> None:
    """Put into `data` (a QueryDict) what a browser would send for the bound field with this value."""
    if isinstance(bound.field, forms.BooleanField):
        data.setlist(bound.html_name, ["on"] if value else [])
        return
    widget = getattr(bound.field.widget, "widget", bound.field.widget)  # the admin wraps those of relations
    sent = widget.format_value(bound.field.prepare_value(value))
    data.setlist(bound.html_name, sent if isinstance(sent, list) else ["" if sent is None else sent])
