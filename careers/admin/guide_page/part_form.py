from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.forms.models import modelform_factory
from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import slugify

from careers.admin.guide_page.part_kind import PartKind
from careers.admin.guide_page.references import KnownRows, OnPage, ReferenceField, ReferencesField, reference_field
from editorial.admin.form import CuratedForm
from facts.keys import next_key
from facts.markdown import render
from facts.models import Sourced, Statement
from facts.models.statement import statement_models
from ingest.fixtures.guide.parsing import stem_of

#: Fields that stand once on the page, for all of its parts.
OF_THE_PAGE = ("why", "correction_kind", "cause")
OF_THE_PART = ("part_row", "part_made", "part_order", "part_gone")
MOST = 2**31 - 1


class PartForm(CuratedForm):
    """One part of a guide, on the guide's page. `part_row` is its number, `part_made` a word for a new one."""

    not_of_the_row = (*CuratedForm.not_of_the_row, *OF_THE_PART)

    kind: PartKind
    first_names: list[str]
    is_head = False
    index = 0
    was_saved = was_added = False
    has_been_checked = False
    #: Where in the source a part stands that does not say it.
    default_locator = ""

    part_row = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)
    part_made = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)
    part_order = forms.IntegerField(required=False, min_value=0, max_value=MOST, label="Place in the list")
    part_gone = forms.BooleanField(required=False, label="Remove")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("locator", "slug"):
            if name in self.fields and not (name == "slug" and self.instance.pk):
                self.fields[name].required = False
        if self.instance.pk and not self.instance._state.adding:
            self.initial["part_row"] = self.instance.pk

    def add_prefix(self, field_name: str) -> str:
        return field_name if field_name in OF_THE_PAGE else super().add_prefix(field_name)

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

    @property
    def what_it_is(self) -> str:
        if self.is_new:
            return f"New {self.kind.one}"
        return str(self.instance)

    def clean(self) -> Any:
        cleaned = super().clean()
        if "locator" in self.fields and not cleaned.get("locator"):
            cleaned["locator"] = self._default_locator()
        if "slug" in self.fields and not cleaned.get("slug"):
            cleaned["slug"] = slugify(cleaned.get("name") or cleaned.get("title") or "")[:80]
        return cleaned

    @cached_property
    def changed_data(self) -> list[str]:
        """What is filled in by itself need not be typed."""
        names = super().changed_data
        return [name for name in names if self.is_new or name != "locator" or self[name].data]

    def _default_locator(self) -> str:
        if not self.is_new:
            return str(self.initial.get("locator", ""))
        if self.kind.is_prose:
            return self.cleaned_data.get("heading") or self.default_locator
        return self.default_locator

    def save(self, commit: bool = True) -> Any:
        if isinstance(self.instance, Sourced) and not self.instance.key:
            self.instance.key = _free_key(self.instance)
        return super().save(commit)

    def forget_save(self) -> None:
        """What was saved was taken back."""
        self.was_saved = False
        if self.was_added:
            self.instance.pk, self.instance._state.adding = None, True

    def full_clean(self) -> None:
        self.has_been_checked = True
        super().full_clean()

    # What the page shows ------------------------------------------------------------------------------------------

    def show_as_typed(self) -> None:
        """Nothing is checked by being shown."""
        if not self.has_been_checked:
            self._errors: Any = ErrorDict()

    @property
    def first(self) -> "list[PartField]":
        return [PartField(self, name) for name in self.own_names if name in self.first_names]

    @property
    def more(self) -> "list[PartField]":
        return [PartField(self, name) for name in self.own_names if name not in self.first_names]

    @property
    def own_names(self) -> list[str]:
        left_out = (*self.not_of_the_row, *OF_THE_PAGE)
        return [name for name in self.fields if name not in left_out]

    @property
    def is_open(self) -> bool:
        """Whether what is written less often is to be seen: something of it is wrong."""
        return any(each.words for each in self.more)

    @property
    def known_errors(self) -> dict[str, Any]:
        return self.errors if self.has_been_checked else {}

    @property
    def asks_sure(self) -> bool:
        return "sure" in self.fields and bool(getattr(self, "doubts", ()))

    @property
    def row_number(self) -> int | None:
        return None if self.is_new else self.instance.pk

    @property
    def made(self) -> str:
        return str(self["part_made"].value() or "")

    def words_of(self, name: str) -> list[str]:
        return [str(word) for word in self.known_errors.get(name, ())]

    @property
    def whole_words(self) -> list[str]:
        return self.words_of(NON_FIELD_ERRORS)

    @property
    def page_words(self) -> list[str]:
        """What is wrong with what the page says of all parts."""
        return [word for name in OF_THE_PAGE for word in self.words_of(name)]

    def all_words(self) -> dict[str, list[str]]:
        """What is wrong, by the name that the browser knows the field by; "" for the whole part."""
        return {
            "" if name == NON_FIELD_ERRORS else self.add_prefix(name): self.words_of(name) for name in self.known_errors
        }


@dataclass(frozen=True)
class PartField:
    """A field of a part as the page shows it."""

    form: PartForm
    name: str

    @property
    def bound(self) -> Any:
        return self.form[self.name]

    @property
    def words(self) -> list[str]:
        return self.form.words_of(self.name)

    @property
    def is_carried(self) -> bool:
        return self.name in self.form.kind.carried

    @property
    def is_prose(self) -> bool:
        return isinstance(self.form.kind.model._meta.get_field(self.name), models.TextField)

    @property
    def is_wide(self) -> bool:
        widget = self.bound.field.widget
        return isinstance(widget, forms.Textarea | forms.TextInput) and widget.attrs.get("maxlength") != "3"

    @property
    def of(self) -> str:
        """The kind of row that it names."""
        field = self.bound.field
        return field.to._meta.label_lower if isinstance(field, ReferenceField) else ""

    @property
    def takes_several(self) -> bool:
        return isinstance(self.bound.field, ReferencesField)

    @property
    def named(self) -> str:
        """The row that is named, in words."""
        field, value = self.bound.field, self.form.initial.get(self.name)
        row = field.known.row(field.to, value) if self.of and isinstance(value, int) else None
        return str(row) if row else ""

    @property
    def as_read(self) -> SafeString:
        return render(str(self.bound.value() or ""))

    @property
    def help_anchor(self) -> str:
        return f"{self.form.kind.model._meta.model_name}-{self.name}"


def _free_key(row: Sourced) -> str:
    """As a guide file would make it, or else the next free one."""
    place = getattr(row, "position", None)
    if hasattr(row, "guide_prose"):
        end = f"{row.kind}" + ("" if place == 1 else f"-{place}")  # type: ignore[attr-defined]
    else:
        end = f"{stem_of(type(row))}-{place or 1}"
    key = f"{row.source.slug}-{end}"
    models_ = statement_models() if isinstance(row, Statement) else [type(row)]
    is_taken = len(key) > 120 or any(model._base_manager.filter(key=key).exists() for model in models_)
    return next_key(row) if is_taken else key


def part_form(
    kind: PartKind, names: list[str], request: HttpRequest, known: KnownRows, on_page: OnPage
) -> type[PartForm]:
    def field_for(db_field: models.Field, **options: Any) -> Any:
        if db_field.remote_field:
            return reference_field(db_field, known, on_page)
        return kind.model_admin.formfield_for_dbfield(db_field, request, **options)

    own: Any = kind.model_admin.form
    base = type(
        f"{kind.model.__name__}PartForm", (PartForm, own), {"kind": kind, "first_names": kind.first_fields(names)}
    )
    return modelform_factory(kind.model, form=base, fields=names, formfield_callback=field_for)  # type: ignore[return-value]
