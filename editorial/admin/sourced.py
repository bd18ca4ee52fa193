from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from editorial.admin.curated import CuratedAdmin, CuratedInline
from editorial.admin.doubts import DoubtingForm
from editorial.admin.fields import MarksField, marks_help
from editorial.admin.form import CuratedForm, PublishingForm
from editorial.admin.formset import SourcedInlineFormSet
from editorial.admin.grid import GridAdmin
from editorial.admin.list_filters import ByAge
from editorial.admin.why import SAY_WHICH
from facts.keys import next_key

BY_SOURCE = ("source", admin.RelatedOnlyFieldListFilter)
PROVENANCE = ("Source", {"fields": ["source", "locator", "key"]})
AS_PRINTED = ("What the source prints", {"fields": ["as_printed", "attributed_to"]})
WHEN = ("When", {"fields": [("reference_start", "reference_end")]})
STANDING = ("How readers see it", {"fields": ["marks", ("rank", "rank_reason"), "note"]})


class KeyedForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields[
                "key"
            ].help_text = "The permanent address. Left blank it is made from the source; never changed."

    def _made_when_saved(self) -> Any:
        return set() if self.instance.key else {"key"}

    def save(self, commit: bool = True) -> Any:
        if not self.instance.key:
            self.instance.key = next_key(self.instance)
        return super().save(commit)


class SourcedForm(KeyedForm, PublishingForm):
    """The form of a row taken from a source."""


class SourcedRowForm(KeyedForm, CuratedForm):
    """A row taken from a source, on another's form."""


class StatementRowForm(DoubtingForm, SourcedRowForm):
    """A statement, on another's form."""


class StatementForm(DoubtingForm, SourcedForm):
    marks = MarksField()

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.restates and not self.cleaned_data.get("correction_kind"):
            self.add_error("correction_kind", SAY_WHICH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "marks" in self.fields:
            self.fields["marks"].help_text = marks_help(self._meta.model.figure_fields)


class SourcedAdmin(CuratedAdmin):
    form = SourcedForm
    fixed = ("key",)
    list_filter = [BY_SOURCE]
    search_fields = ["key", "locator"]
    autocomplete_fields = ["source"]
    list_select_related = ("source",)


class StatementAdmin(GridAdmin, SourcedAdmin):
    form = StatementForm
    list_filter = ["rank", BY_SOURCE]
    search_fields = ["key", "as_printed", "locator"]

    def get_list_filter(self, request: HttpRequest) -> Any:
        return [*super().get_list_filter(request), ByAge]


class SourcedInline(CuratedInline):
    form = SourcedRowForm
    formset = SourcedInlineFormSet
