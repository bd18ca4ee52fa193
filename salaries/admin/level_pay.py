"""Pay on each rung of a ladder, edited as a table."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.checks import InlineModelAdminChecks
from django.contrib.admin.options import InlineModelAdmin
from django.core.checks import CheckMessage
from django.db import models
from django.forms import BaseModelFormSet
from django.forms.models import modelformset_factory
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from careers.models import Ladder, Rung
from editorial.admin.formfields import without_links
from editorial.admin.formset import CuratedFormSet
from editorial.admin.sourced import SourcedInline, StatementRowForm
from salaries.models import Salary

#: What is the same down the whole table: a new row that says no more than this is an empty one.
PREFILLED = ("level", "currency", "pay_period", "place")


class LevelPayForm(StatementRowForm):
    @property
    def is_blank(self) -> bool:
        return self.instance._state.adding and set(self.changed_data) <= set(PREFILLED)

    def has_changed(self) -> bool:
        return not self.is_blank and super().has_changed()


class LevelPayFormSet(CuratedFormSet):
    """One row for each rung, also for rungs without pay."""

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict | None = None,
        *,
        instance: Ladder,
        queryset: models.QuerySet[Salary],
        prefix: str | None = None,
        **options: Any,
    ) -> None:
        options.pop("save_as_new", None)
        self.ladder = instance
        self.rungs = list(instance.rungs.all())
        rows = queryset.filter(level__ladder=instance).order_by("level__position", "pk")
        super().__init__(
            data, files, prefix=prefix, queryset=rows, initial=self._for_rungs_without_pay(rows), **options
        )
        self.extra = len(self.initial_extra or ())

    @classmethod
    def get_default_prefix(cls) -> str:
        return "salaries"

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        level = form.fields["level"]
        level.queryset = Rung.objects.filter(ladder=self.ladder)
        level.choices = [("", "---------"), *((rung.pk, f"{rung.position}. {rung}") for rung in self.rungs)]
        level.required = True

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> Salary:
        form.instance.career, form.instance.source = self.ladder.career, self.ladder.source
        return super().save_new(form, commit)

    def _for_rungs_without_pay(self, rows: Iterable[Salary]) -> list[dict]:
        paid = {row.level_id for row in rows}
        like = next((row for row in rows), Salary(currency="USD"))
        same = {"currency": like.currency, "pay_period": like.pay_period, "place": like.place_id}
        return [{"level": rung.pk, **same} for rung in self.rungs if rung.pk not in paid]


class LevelPayChecks(InlineModelAdminChecks):
    """A salary has no foreign key to a ladder: it belongs to a rung of it."""

    def _check_relation(self, obj: InlineModelAdmin, parent_model: type[models.Model]) -> list[CheckMessage]:
        return []

    def _check_exclude_of_parent_model(
        self, obj: InlineModelAdmin, parent_model: type[models.Model]
    ) -> list[CheckMessage]:
        return []


class LevelPayInline(SourcedInline, admin.TabularInline):
    model = Salary
    form = LevelPayForm
    formset = LevelPayFormSet
    checks_class = LevelPayChecks
    verbose_name = "pay on a rung"
    verbose_name_plural = "Pay on each rung"
    show_change_link = True
    select_related = ("level", "career")
    autocomplete_fields = ["place"]
    fields = [
        "level",
        "currency",
        "median",
        "mean",
        "low",
        "high",
        "as_printed",
        "locator",
        "place",
        "pay_period",
        "sure",
    ]

    def get_formset(self, request: HttpRequest, obj: Ladder | None = None, **kwargs: Any) -> type[BaseModelFormSet]:
        fields = [name for _, options in self.get_fieldsets(request, obj) for name in options["fields"]]
        return modelformset_factory(
            Salary,
            form=self.form,
            formset=self.formset,
            fields=fields,
            formfield_callback=lambda field, **options: self.formfield_for_dbfield(field, request, **options),
            can_delete=self.has_delete_permission(request, obj),
        )

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Without buttons to add places, which would widen the table."""
        return without_links(super().formfield_for_dbfield(db_field, request, **kwargs))

    # Who may change pay may do all of it here; who may not does not see the table.

    def has_view_permission(self, request: HttpRequest, obj: Ladder | None = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Ladder | None = None) -> bool:
        return self.has_change_permission(request, obj) and super().has_add_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Ladder | None = None) -> bool:
        return self.has_change_permission(request, obj) and super().has_delete_permission(request, obj)
