import json
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from editorial.form_values import plain
from editorial.sheets.locales import date_of, number_of
from ingest.fixtures.name import name_of

#: A spreadsheet takes a text that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
YES, NO = "yes", "no"
AS_YES, AS_NO = (YES, "true"), (NO, "false", "")
BETWEEN = "; "


def key_of(row: Any) -> str:
    """The natural key; a JSON list if it has several parts."""
    name = name_of(row)
    return name.key[0] if len(name.key) == 1 else name.key_text


def cell_of(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ModelMultipleChoiceField):
        return BETWEEN.join(sorted(map(key_of, value or [])))
    if isinstance(field, forms.ModelChoiceField):
        return key_of(value) if value else ""
    if isinstance(field, forms.BooleanField):
        return YES if value else NO
    if isinstance(value, Decimal):
        return plain(value)
    shown = field.prepare_value(value)
    return "" if shown is None else str(shown)


def plain_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, models.Model):
        return key_of(value) if hasattr(value, "natural_key_fields") else str(value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return plain(value) if isinstance(value, Decimal) else str(value)


def value_of(field: forms.Field, cell: str, known: dict[str, Any]) -> Any:
    """What a browser would send. Raises ValidationError for a row not in `known` (by key), or no yes or no."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return [str(_row(key, known)) for key in map(str.strip, cell.split(BETWEEN.strip())) if key]
    if isinstance(field, forms.ModelChoiceField):
        return str(_row(cell, known)) if cell else ""
    if isinstance(field, forms.BooleanField):
        return _box(cell)
    if isinstance(field, forms.IntegerField):  # those of decimals are kinds of it
        return number_of(cell)
    return date_of(cell) if isinstance(field, forms.DateField) else cell


def _row(key: Any, known: Any) -> Any:
    if key not in known:
        raise ValidationError(f"There is no “{key}” here.")
    return known[key]


def _box(cell: str) -> Any:
    if cell.lower() not in AS_YES + AS_NO:
        raise ValidationError(f"“{cell}” is neither {YES} nor {NO}.")
    return ["on"] if cell.lower() in AS_YES else []


def guarded(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would run."""
    looks_so = cell.lstrip("'").startswith(FORMULA)
    return f"'{cell}" if looks_so and not _is_number(cell) else cell


def unguarded(cell: str) -> str:
    plain_text = with_our_line_ends(cell)
    is_guarded = plain_text.startswith("'") and plain_text.lstrip("'").startswith(FORMULA)
    return plain_text[1:] if is_guarded else plain_text


def with_our_line_ends(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
