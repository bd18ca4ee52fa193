from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst

from editorial.form_values import plain

#: From this length on, a text of one line is written in several.
SEVERAL_LINES = 300


class PlainNumberInput(forms.NumberInput):
    def format_value(self, value: Any) -> Any:
        return plain(value) if isinstance(value, Decimal) else super().format_value(value)


class DeskFields(BaseModelAdmin):
    """Plain numbers, room for long texts, no way to delete the source of a row from its form."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs | self._options(db_field))
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        if field and isinstance(self, admin.TabularInline):
            _named(field)
        return field

    def _options(self, db_field: Any) -> Any:
        if isinstance(db_field, models.DecimalField):
            return {"widget": PlainNumberInput}
        if isinstance(db_field, models.URLField):
            return {"assume_scheme": "https"}
        if isinstance(db_field, models.CharField) and (db_field.max_length or 0) >= SEVERAL_LINES:
            return {"widget": AdminTextareaWidget(attrs={"rows": 2})}
        return {}


def _named(field: Any) -> None:
    # In a table the name stands at the head of the column, where not every reader of the field finds it.
    widget = getattr(field.widget, "widget", field.widget)
    widget.attrs.setdefault("aria-label", capfirst(field.label))


def without_links(field: Any) -> Any:
    if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget = field.widget.widget
    return field
