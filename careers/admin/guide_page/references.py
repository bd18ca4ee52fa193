"""Rows that a guide's page names by what is typed: a key as in a guide file, a name, or a title on the page."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from facts.models.natural import NaturalKey
from ingest.fixtures.guide.words import key_of, key_words

LONGEST = 300
NEAR = 3
SHOWN = 20
#: The columns that a row may be called by.
NAMES = ("name", "title", "abbreviation", "code", "slug")

OnPage = Callable[[type[models.Model], str], Any]
"""The row of this kind that the page itself has under this name, or None. Raises ValidationError."""


def key_text(row: Any) -> str:
    """What is typed to name the row."""
    return str(row) if is_named_by_title(type(row)) else key_words(list(map(str, row.natural_key())))


def is_named_by_title(model: Any) -> bool:
    """Whether rows have a key that nobody types, as parts of a guide do."""
    return model.natural_key_fields == ("key",)


class KnownRows:
    """Rows by model and number, each read once."""

    def __init__(self) -> None:
        self._rows: dict[tuple[type, int], models.Model] = {}

    def learn(self, rows: Iterable[models.Model]) -> None:
        """Also the rows that these refer to, where they were read along."""
        for row in rows:
            for field in row._meta.concrete_fields:
                if field.is_relation and field.is_cached(row) and (target := getattr(row, field.name)):
                    self._rows[type(target), target.pk] = target

    def row(self, model: type[models.Model], number: Any) -> Any:
        if (model, number) not in self._rows and (found := model._base_manager.filter(pk=number).first()):
            self._rows[model, number] = found
        return self._rows.get((model, number))


class ReferenceField(forms.CharField):
    def __init__(self, *, to: Any, known: KnownRows, on_page: OnPage, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **options)
        self.to, self.known, self.on_page = to, known, on_page

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, models.Model):
            return key_text(value)
        row = self.known.row(self.to, value) if isinstance(value, int) else None
        return key_text(row) if row else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return self.row_called(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (data or "").strip()

    def row_called(self, text: str) -> Any:
        """Raises ValidationError where nothing, or more than one row, is called so."""
        return self.on_page(self.to, text) or _by_key(self.to, text) or _by_name(self.to, text)


class ReferencesField(ReferenceField):
    """Several, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(key_text, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        text = forms.CharField.clean(self, value)
        return [self.row_called(part.strip()) for part in text.split(",") if part.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _parts(self.prepare_value(initial or [])) != _parts(data)


def _parts(text: str | None) -> list[str]:
    return sorted(part.strip() for part in (text or "").split(",") if part.strip())


def _by_key(model: Any, text: str) -> Any:
    try:
        key = key_of(model, text)
    except ValueError:
        return None
    lookups = model.natural_key_lookups()
    if len(key) != len(lookups) or not all(isinstance(part, str) for part in key):
        return None
    return model._default_manager.filter(**dict(zip(lookups, key, strict=True))).first()


def _by_name(model: type[NaturalKey], text: str) -> Any:
    what = model._meta.verbose_name
    found = list(model._default_manager.filter(_called(model, text, "iexact"))[: NEAR + 1])
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(f"Several are called “{text}”: write {', or '.join(map(_choice, found[:NEAR]))}.")
    near = list(rows_like(model, text)[:NEAR])
    hint = f" Near: {', '.join(map(_choice, near))}." if near else ""
    raise ValidationError(f"There is no {what} called “{text}”.{hint}")


def _choice(row: Any) -> str:
    key = key_text(row)
    return key if key == str(row) else f"{key} ({row})"


def rows_like(model: Any, text: str) -> models.QuerySet:
    return model._default_manager.filter(_called(model, text, "icontains"))


def _called(model: type[models.Model], text: str, lookup: str) -> models.Q:
    called = models.Q()
    for name in columns(model):
        called |= models.Q(**{f"{name}__{lookup}": text})
    return called


def columns(model: type[models.Model]) -> Iterator[str]:
    own = {field.name for field in model._meta.concrete_fields}
    return (name for name in NAMES if name in own)


def reference_field(db_field: Any, known: KnownRows, on_page: OnPage) -> ReferenceField:
    kind = ReferencesField if db_field.many_to_many else ReferenceField
    return kind(
        to=db_field.remote_field.model,
        known=known,
        on_page=on_page,
        required=not db_field.blank,
        label=capfirst(db_field.verbose_name),
        help_text=db_field.help_text,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
