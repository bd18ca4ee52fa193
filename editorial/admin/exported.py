from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse

from editorial.admin.drafted import shown_as_drafted
from editorial.sheets.columns import RecordColumns
from editorial.sheets.reading import MAX_ROWS
from editorial.sheets.writing import TYPES, WRITERS


class ExportAdmin:
    change_list_template = "admin/listed.html"
    #: Fields that stay here.
    not_exported: tuple[str, ...] = ()

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.export_view)
        return [path("export.<slug:form>", view, name=f"{self._name()}_export"), *super().get_urls()]

    def columns_of(self, request: HttpRequest) -> Any:
        """What is written of each row: here, all that it says."""
        return RecordColumns(self.model, without=self.not_exported)

    def export_view(self, request: HttpRequest, form: str) -> Any:
        if form not in WRITERS:
            raise Http404("A list is written as csv or xlsx.")
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return shown_as_drafted(request, self._exported, form)

    def _exported(self, request: HttpRequest, form: Any) -> Any:
        columns = self.columns_of(request)
        listed = columns.with_references(self.get_changelist_instance(request).get_queryset(request))
        if listed[MAX_ROWS : MAX_ROWS + 1]:
            self.message_user(
                request, f"A file holds at most {MAX_ROWS:,} rows: narrow the list first.", messages.ERROR
            )
            return HttpResponseRedirect(reverse(f"admin:{self._name()}_changelist"))
        content = WRITERS[form](columns.header, columns.written(listed))
        disposition = f'attachment; filename="{self.opts.model_name}.{form}"'
        return HttpResponse(content, content_type=TYPES[form], headers={"Content-Disposition": disposition})

    def _name(self) -> Any:
        return f"{self.opts.app_label}_{self.opts.model_name}"
