from copy import copy
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin

from editorial.admin.why import WhyForm
from editorial.drafting.drafted_rows import is_new_in_draft
from facts.correcting import is_restated
from facts.differences import between, said_by
from facts.display import shown
from facts.models import Statement
from facts.values import own_fields, put, tie, values_of


class HistoryAdmin(SimpleHistoryAdmin):
    object_history_template = "admin/history.html"
    history_list_per_page = 50

    def get_urls(self) -> list:
        """Without the library’s restore form, which publishes unseen."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        restore = self.admin_site.admin_view(self.restore_view)
        return [
            path("<path:object_id>/history/<int:entry>/restore/", restore, name=name),
            *admin.ModelAdmin.get_urls(self),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        self._check_number(unquote(object_id))
        return super().history_view(request, object_id, extra_context)

    def _check_number(self, object_id: str | None) -> None:
        """The library asks the database for whatever the address says."""
        try:
            self.opts.pk.to_python(object_id)
        except ValidationError as error:
            raise Http404 from error

    def history_form_view(
        self, request: HttpRequest, object_id: str | None, version_id: Any, extra_context: dict[str, Any] | None = None
    ) -> None:
        raise PermissionDenied

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Any, foreign_keys_are_objs: Any = True
    ) -> None:
        entries = list(historical_records)
        before_them = [entries[-1].prev_record] if entries and entries[-1].prev_record else []
        versions = [said_by(entry) for entry in [*entries, *before_them]]
        for entry, after, before in zip(entries, versions, [*versions[1:], {}], strict=False):
            entry.differences = between(self.model, before, after)
            entry.restore_url = self._restore_url(entry)

    def _restore_url(self, entry: Any) -> Any:
        if entry.history_type == "-":
            return ""  # it says what was there when it was removed; the entry before says the same
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_restore"
        return reverse(name, args=[entry.id, entry.history_id])

    # An earlier version again -------------------------------------------------------------------------------------

    def restore_view(self, request: HttpRequest, object_id: str, entry: int) -> HttpResponse:
        return self.published_by(request, "Restored", self._restore, unquote(object_id), entry)

    def _restore(self, request: HttpRequest, object_id: str | None, number: int) -> Any:
        self._check_number(object_id)
        entry = get_object_or_404(self.model.history.select_related("history_user"), id=object_id, history_id=number)
        row = self.model._base_manager.filter(pk=entry.id).first()
        if not (self.has_change_permission(request, row) if row else self.has_add_permission(request)):
            raise PermissionDenied
        if request.method == "POST":
            return self._restored(request, entry, row)
        return self._asked(request, entry, row)

    def _asked(self, request: HttpRequest, entry: Any, row: Any, why: Any = None) -> Any:
        then = said_by(entry)
        now = values_of(row) if row else {}
        fields = [field for field in own_fields(self.model) if then.get(field.name) != now.get(field.name)]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Restore {entry.instance}",
            "entry": entry,
            "object": row,
            "differences": [
                (
                    capfirst(str(field.verbose_name)),
                    *(shown(field, values.get(field.name), beside=values) for values in (now, then)),
                )
                for field in fields
                if field.name in then
            ],
            "form": why or WhyForm(restates=self._restates(row, then)),
        }
        return TemplateResponse(request, "admin/restore.html", context)

    def _restates(self, row: Any, then: Any) -> bool:
        if not isinstance(row, Statement) or is_new_in_draft(row):
            return False
        restored = copy(row)
        restored._state.fields_cache = {}
        put(restored, then)
        try:
            return is_restated(row, restored)
        except ValueError:
            return False  # no figure may say so any more, and saving it is refused

    def _restored(self, request: HttpRequest, entry: Any, row: Any) -> Any:
        then, is_new = said_by(entry), row is None
        why = WhyForm(request.POST)
        if self._restates(row, then) and why.refuse_without_kind():
            return self._asked(request, entry, row, why)
        if is_new:
            row = self.model(pk=entry.id)
        else:
            self._seen(request, row)
        put(row, then)
        try:
            row.full_clean()
        except ValidationError as error:
            return self._told(request, f"It cannot be restored: {' '.join(error.messages)}")
        row.save(force_insert=is_new)
        tie(row, then)
        (request.publication.created if is_new else request.publication.changed)(row)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[row.pk]))
