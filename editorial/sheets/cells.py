"""What a form's field says as a cell of a sheet, and what a cell says to the field."""

import json
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from editorial.admin.formfields import plain
from ingest.fixtures.name import name_of

#: A spreadsheet takes a text that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
YES, NO = "yes", "no"
BETWEEN = "; "


def key_of(row) -> str:
    """The row's natural key as one cell: its one part, or a JSON list of several."""
    name = name_of(row)
    return name.key[0] if len(name.key) == 1 else name.key_text


def cell_of(field: forms.Field, value: Any) -> str:
    """The value that a form's field starts from, as a cell; a row that it refers to by its natural key."""
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
    """What a row says in one of its fields, as a cell; another row by its natural key, or else its name."""
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
    """What a browser would send for the field where the cell says this; `known` are the rows it may refer to, by key.

    Raises ValidationError where the cell names a row that is not there, or is neither yes nor no.
    """
    if isinstance(field, forms.ModelMultipleChoiceField):
        return [str(_row(key, known)) for key in map(str.strip, cell.split(BETWEEN.strip())) if key]
    if isinstance(field, forms.ModelChoiceField):
        return str(_row(cell, known)) if cell else ""
    if isinstance(field, forms.BooleanField):
        return _box(cell)
    return cell


def _row(key, known):
    if key not in known:
        raise ValidationError(f"There is no “{key}” here.")
    return known[key]


def _box(cell):
    if cell.lower() not in (YES, NO, ""):
        raise ValidationError(f"“{cell}” is neither {YES} nor {NO}.")
    return ["on"] if cell.lower() == YES else []


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it: with an apostrophe before what looks like a formula, but for numbers."""
    looks_so = cell.lstrip("'").startswith(FORMULA)
    return f"'{cell}" if looks_so and not _is_number(cell) else cell


def unguarded(cell: str) -> str:
    """The cell of a CSV file without the apostrophe that `guarded` put before it, with line ends as we keep them."""
    plain_text = with_our_line_ends(cell)
    is_guarded = plain_text.startswith("'") and plain_text.lstrip("'").startswith(FORMULA)
    return plain_text[1:] if is_guarded else plain_text


def with_our_line_ends(cell: str) -> str:
    """The text of a cell as a form would send it."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True
