from functools import cached_property
from typing import Any

from django import forms
from django.db import models
from django.forms.models import modelform_factory
from django.http import HttpRequest
from django.utils.text import slugify

from careers.admin.guide_page.checked_form import OF_THE_PAGE, CheckedForm
from careers.admin.guide_page.part_field import PartField
from careers.admin.guide_page.part_key import free_key
from careers.admin.guide_page.part_kind import PartKind
from careers.admin.guide_page.references import KnownRows, OnPage, reference_field
from facts.models import Sourced

OF_THE_PART = ("part_row", "part_made", "part_order", "part_gone")
#: What is filled in by itself where it is left blank.
FILLED_IN = ("locator", "slug")
SLUG_LENGTH = 80
MOST = 2**31 - 1


class PartForm(CheckedForm):
    """One part of a guide, on the guide's page. `part_row` is its number, `part_made` a word for a new one."""

    not_of_the_row = (*CheckedForm.not_of_the_row, *OF_THE_PART)

    kind: PartKind
    first_names: list[str]
    is_head = False
    index = 0
    was_saved = was_added = False
    #: Where in the source a part stands that does not say it.
    default_locator = ""

    part_row = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)
    part_made = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)
    part_order = forms.IntegerField(required=False, min_value=0, max_value=MOST, label="Place in the list")
    part_gone = forms.BooleanField(required=False, label="Remove")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FILLED_IN:
            if name in self.fields and not (name == "slug" and self.instance.pk):
                self.fields[name].required = False
        if not self.is_new:
            self.initial["part_row"] = self.instance.pk

    def add_prefix(self, field_name: str) -> str:
        return field_name if field_name in OF_THE_PAGE else super().add_prefix(field_name)

    # What becomes of it -------------------------------------------------------------------------------------------

    @property
    def is_new(self) -> bool:
        return self.instance._state.adding

    @property
    def is_blank(self) -> bool:
        """A new one in which nothing is typed that is not the same down the list."""
        return self.is_bound and self.is_new and set(self.changed_data) <= self.kind.carried

    @property
    def is_gone(self) -> bool:
        return self.is_bound and self["part_gone"].data not in (None, "", "off", "false", False)

    @property
    def order(self) -> int:
        typed = str(self["part_order"].data or "") if self.is_bound else ""
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else self.index

    @cached_property
    def changed_data(self) -> list[str]:
        """What is filled in by itself need not be typed."""
        names = super().changed_data
        return [name for name in names if self.is_new or name != "locator" or self[name].data]

    def clean(self) -> Any:
        cleaned = super().clean()
        made = {"locator": self._locator_made, "slug": self._slug_made}
        for name in FILLED_IN:
            if name in self.fields and not cleaned.get(name):
                cleaned[name] = made[name](cleaned)
        return cleaned

    def _locator_made(self, cleaned: dict[str, Any]) -> str:
        if not self.is_new:
            return str(self.initial.get("locator", ""))
        heading = cleaned.get("heading") if self.kind.is_prose else ""
        return heading or self.default_locator

    def _slug_made(self, cleaned: dict[str, Any]) -> str:
        return slugify(cleaned.get("name") or cleaned.get("title") or "")[:SLUG_LENGTH]

    def save(self, commit: bool = True) -> Any:
        if isinstance(self.instance, Sourced) and not self.instance.key:
            self.instance.key = free_key(self.instance)
        return super().save(commit)

    def forget_save(self) -> None:
        self.was_saved = False
        if self.was_added:
            self.instance.pk, self.instance._state.adding = None, True

    # What the page shows ------------------------------------------------------------------------------------------

    @property
    def what_it_is(self) -> str:
        if self.is_new:
            return f"New {self.kind.one}"
        if self.kind.is_prose:
            return self.instance.heading or self.instance.get_kind_display()
        return str(self.instance)

    @property
    def first(self) -> list[PartField]:
        return [each for each in self._shown if each.name in self.first_names]

    @property
    def more(self) -> list[PartField]:
        return [each for each in self._shown if each.name not in self.first_names]

    @property
    def _shown(self) -> list[PartField]:
        left_out = (*self.not_of_the_row, *OF_THE_PAGE)
        return [PartField(self, name) for name in self.fields if name not in left_out]

    @property
    def is_open(self) -> bool:
        return any(each.words for each in self.more)

    @property
    def asks_sure(self) -> bool:
        return "sure" in self.fields and bool(getattr(self, "doubts", ()))

    @property
    def row_number(self) -> int | None:
        return None if self.is_new else self.instance.pk

    @property
    def made(self) -> str:
        return str(self["part_made"].value() or "")


def part_form(
    kind: PartKind, names: list[str], request: HttpRequest, known: KnownRows, on_page: OnPage
) -> type[PartForm]:
    def field_for(db_field: models.Field, **options: Any) -> Any:
        if db_field.remote_field:
            return reference_field(db_field, known, on_page)
        return kind.model_admin.formfield_for_dbfield(db_field, request, **options)

    own: Any = kind.model_admin.form
    said = {"kind": kind, "first_names": kind.first_fields(names)}
    base = type(f"{kind.model.__name__}PartForm", (PartForm, own), said)
    return modelform_factory(kind.model, form=base, fields=names, formfield_callback=field_for)  # type: ignore[return-value]
