from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.formats import date_format

from editorial.form_values import fill_in, plain
from facts.values import numbers_and_texts


class Conflict:
    """A form opened on `version_read` (None if not sent) of a row that somebody else has saved since."""

    def __init__(self, form: forms.ModelForm, version_read: int | None) -> None:
        self.form = form
        self.row = form.instance
        self.base = self._said_at(version_read)

    @cached_property
    def words(self) -> str:
        latest = self.row.history.order_by("-history_id").select_related("history_user").first()
        who = str(latest.history_user or "a load or import") if latest else "somebody else"
        when = f" on {date_format(latest.history_date, 'F j, Y, H:i')} UTC" if latest else ""
        why = f" (“{latest.history_change_reason}”)" if latest and latest.history_change_reason else ""
        return (
            f"Nothing was saved: this {self.row._meta.verbose_name} was saved by {who}{when}{why} after you had opened "
            f"it.{self._filled_in_words} Your own words are all here: look them over and save again."
        )

    @property
    def _filled_in_words(self) -> str:
        if not self.theirs_only:
            return ""
        labels = ", ".join(str(self._bound(name).label) for name in self.theirs_only)
        return f" What they changed and you did not is filled in: {labels}."

    @cached_property
    def disputed(self) -> dict[str, str]:
        """What the other editor saved, by each field that both changed differently."""
        return {
            name: f"They saved here: {self._shown(name, self.form.initial.get(name))}. "
            f"Before, it said: {self._shown(name, self.base.get(name)) if self.base else 'not known'}."
            for name in self.form.changed_data
            if name not in self.theirs_only
            and (not self.base or self._differs(name, self.base.get(name), self.form.initial.get(name)))
        }

    @cached_property
    def theirs_only(self) -> list[str]:
        if not self.base:
            return []
        return [name for name in self.form.changed_data if not self._typed_differs(name, self.base.get(name))]

    @cached_property
    def is_one_sided(self) -> bool:
        return set(self.form.changed_data) == set(self.theirs_only)

    def merged_data(self) -> Any:
        data = self.form.data.copy()
        for name in (*self.theirs_only, "version_read"):
            fill_in(data, self._bound(name), self.form.initial.get(name))
        return data

    def _said_at(self, version: int | None) -> Any:
        """The row’s initial form values at `version`; {} if its history has none."""
        entry = self.row.history.filter(version=version).order_by("-history_id").first() if version else None
        if entry is None:
            return {}
        tied = {field.name: _tied(entry, field) for field in entry._history_m2m_fields}
        return model_to_dict(entry.instance, [field.name for field in self.row._meta.concrete_fields]) | tied

    def _bound(self, name: str) -> Any:
        return self.form[name]

    def _typed_differs(self, name: str, value: Any) -> Any:
        return self.form.fields[name].has_changed(value, self._bound(name).data)

    def _differs(self, name: str, one: Any, other: Any) -> Any:
        field = self.form.fields[name]
        return field.has_changed(one, field.prepare_value(other))

    def _shown(self, name: str, value: Any) -> Any:
        unit = self.row.unit_of(name, numbers_and_texts(self.row)) if value not in (None, "") else None
        return f"“{unit.say(Decimal(value))}”" if unit else _shown(self.form.fields[name], value)


def _tied(entry: Any, field: Any) -> Any:
    return list(getattr(entry, field.name).values_list(f"{field.m2m_reverse_field_name()}_id", flat=True))


def _shown(field: Any, value: Any) -> str:
    if isinstance(field, forms.ModelMultipleChoiceField):
        tied = field.queryset.filter(pk__in=field.prepare_value(value or []))
        return ", ".join(map(str, tied)) or "nothing"
    if isinstance(field, forms.ModelChoiceField):
        value = field.queryset.filter(pk=value).first()
    elif isinstance(field, forms.ChoiceField):
        value = dict(list(field.choices)).get(value, value)  # type: ignore[arg-type]
    shown = plain(value) if isinstance(value, Decimal) else field.prepare_value(value)
    return "nothing" if shown in (None, "") else f"“{shown}”"
