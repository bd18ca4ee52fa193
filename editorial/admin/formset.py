from collections.abc import Iterator
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.db.models import prefetch_related_objects
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet, BaseModelFormSet

from editorial.admin.why import SAY_WHICH, says_which

BIGGEST_DIGITS = 19  # of a number that a database takes for a primary key


class CuratedFormSet(BaseModelFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].widget.attrs["aria-label"] = "Delete this row"

    def clean(self) -> Any:
        # The admin puts the name of the n-th row beside the n-th form: keep the two together whatever others have done.
        self._queryset = [self._was(form) for form in self.initial_forms]
        self._read_names()
        if problems := [*self._gone(), *self._removed_unseen(), *self._restated()]:
            raise ValidationError(problems)
        super().clean()

    def _was(self, form: Any) -> Any:
        if not form.instance._state.adding:
            return form.instance
        entry = self._last_entry(form)
        if entry is None:
            raise BadRequest(f"There is no such {self.model._meta.verbose_name}.")
        return entry.instance

    def _read_names(self) -> None:
        """Rows that are gone are named by rows that may be gone too."""
        gone = [row for form, row in zip(self.initial_forms, self._queryset, strict=True) if row is not form.instance]
        references = [field.name for field in self.model._meta.concrete_fields if field.is_relation]
        prefetch_related_objects(gone, *references)

    def _last_entry(self, form: Any) -> Any:
        posted = form.data.get(form.add_prefix(self.model._meta.pk.name), "")
        if not (posted.isascii() and posted.isdecimal() and len(posted) < BIGGEST_DIGITS):
            return None
        return self.model.history.filter(id=posted).order_by("-history_id").first()

    def _gone(self) -> Iterator:
        for form, was in zip(self.initial_forms, self._queryset, strict=True):
            if form.instance._state.adding and not self._is_ticked(form):
                yield (
                    f"“{was}” was removed by somebody else after you had opened it, so nothing was saved. Copy what "
                    "you typed into a new row if it is still needed, then tick “Delete” beside the old one."
                )

    def _removed_unseen(self) -> Iterator:
        for form in self.initial_forms:
            if form.conflict and self._is_ticked(form):
                yield (
                    f"“{form.instance}” was saved by somebody else after you had opened it, so it was not deleted. "
                    "Look at it again, and save again if it is still to go."
                )

    def _restated(self) -> Iterator:
        is_said = says_which(self.data)
        if not is_said and any(getattr(form, "restates", False) and not self._is_ticked(form) for form in self.forms):
            yield SAY_WHICH

    def _is_ticked(self, form: Any) -> bool:
        return self.can_delete and self._should_delete_form(form)


class CuratedInlineFormSet(CuratedFormSet, BaseInlineFormSet):
    """Rows that belong to the row whose form they are on."""


class SourcedInlineFormSet(CuratedInlineFormSet):
    """New rows get the source of the row whose form they are on."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.source = self.instance.source
        return super().save_new(form, commit)
