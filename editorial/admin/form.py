from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from editorial.admin.conflict import Conflict
from editorial.admin.why import ReasonForm, cause_field, kind_field, why_field


class CuratedForm(forms.ModelForm):
    """Refuses to overwrite a version of the row that its editor has not seen; what was typed stays."""

    #: Fields of the form that are nothing of the row's.
    not_of_the_row = ("version_read", "why", "correction_kind", "cause", "sure")

    #: What somebody else has saved since the form was opened, if anybody has.
    conflict: Conflict | None = None

    version_read = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["version_read"] = self.instance.version

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name not in self.not_of_the_row]

    def clean(self) -> Any:
        cleaned = super().clean()
        if not self.instance._state.adding and self.cleaned_data.get("version_read") != self.instance.version:
            self._meet(Conflict(self, self.cleaned_data.get("version_read")))
        return cleaned

    def _meet(self, conflict: Any) -> None:
        self.conflict = conflict
        self.data = conflict.merged_data()
        if conflict.is_one_sided:
            self.changed_data = []  # nothing to save: the row stays as the other editor left it
            return
        self.add_error(None, conflict.words)
        for name, words in conflict.disputed.items():
            self.add_error(name, words)

    def _post_clean(self) -> None:
        # A row that its editor has not touched stays as it is, whatever an old form says of it.
        if not (self.conflict and self.conflict.is_one_sided):
            super()._post_clean()
            if self.has_changed() and not self.errors:
                self._validate_whole_row()

    def _validate_whole_row(self) -> None:
        given_wrong = {name for name in self._get_validation_exclusions() if name in self.fields}
        try:
            self.instance.validate_constraints(exclude=given_wrong | self._made_when_saved())
        except ValidationError as error:
            self._update_errors(error)

    def _made_when_saved(self) -> set[str]:
        return set()

    def _update_errors(self, errors: Any) -> None:
        # What is wrong with a field that the form does not show is said at the top.
        if hasattr(errors, "error_dict"):
            shown: dict = {}
            for name, problems in errors.error_dict.items():
                shown.setdefault(name if name in self.fields else NON_FIELD_ERRORS, []).extend(problems)
            errors = ValidationError(shown)
        super()._update_errors(errors)


class PublishingForm(ReasonForm, CuratedForm):
    why = why_field()
    correction_kind = kind_field()
    cause = cause_field()
