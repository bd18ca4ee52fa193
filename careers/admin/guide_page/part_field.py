from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.utils.safestring import SafeString

from careers.admin.guide_page.references import ReferenceField, ReferencesField
from facts.markdown import render

if TYPE_CHECKING:
    from careers.admin.guide_page.part_form import PartForm


@dataclass(frozen=True)
class PartField:
    """A field of a part as the page shows it."""

    form: "PartForm"
    name: str

    @property
    def bound(self) -> Any:
        return self.form[self.name]

    @property
    def words(self) -> list[str]:
        """What is wrong with it."""
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
        field, value = self.bound.field, self.form.initial.get(self.name)
        row = field.known.row(field.to, value) if self.of and isinstance(value, int) else None
        return str(row) if row else ""

    @property
    def as_read(self) -> SafeString:
        return render(str(self.bound.value() or ""))

    @property
    def help_anchor(self) -> str:
        return f"{self.form.kind.model._meta.model_name}-{self.name}"
