from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from editorial.admin.drafted import current_draft, rendered
from editorial.admin.exported import ExportAdmin
from editorial.admin.kept import sheet_taken_before, sheet_token
from editorial.admin.why import WhyForm
from editorial.drafting import trying
from editorial.sheets.apply_rows import apply_rows
from editorial.sheets.columns import SheetColumns
from editorial.sheets.reading import MAX_ROWS, read_sheet
from editorial.sheets.writing import as_csv
from facts.actions import Publication
from ingest.releases.refusal import ImportRefused


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label="The edited sheet",
        help_text="A CSV file (with commas, semicolons or tabs) or an .xlsx workbook with the columns of the export. "
        "Rows that are not in it stay.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )


class SheetRefused(Exception):  # noqa: N818 - an answer rather than a mistake
    """`why` is set where only the reason is missing."""

    def __init__(self, rows: Any, why: Any = None) -> None:
        self.rows, self.why = rows, why
        super().__init__("Some rows are refused.")


class SheetAdmin(ExportAdmin):
    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.sheet_view)
        return [path("sheet/", view, name=f"{self._name()}_sheet"), *super().get_urls()]

    def columns_of(self, request: HttpRequest) -> Any:
        changing = self.get_form(request, obj=self.model._base_manager.first(), change=True)
        return SheetColumns(self.model, changing, self.get_form(request, obj=None, change=False))

    def sheet_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._sheet_page(request, form=SheetForm())
        if "take" in request.POST:
            return self._take_over(request)
        form = SheetForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._sheet_page(request, form=form)
        return self._tried(request, form, form.cleaned_data["sheet"])

    def _tried(self, request: HttpRequest, form: Any, upload: Any) -> Any:
        columns = self.columns_of(request)
        try:
            lines = read_sheet(upload, columns.header)
        except ImportRefused as refused:
            form.add_error("sheet", str(refused))
            return self._sheet_page(request, form=form)
        request.publication = Publication()
        kept = as_csv(list(lines[0].cells), [list(line.cells.values()) for line in lines]).decode() if lines else ""
        with trying(current_draft(request)):
            rows = apply_rows(lines, columns, self._saver(request))
            return rendered(self._sheet_page(request, form=form, rows=rows, kept=kept))

    def _take_over(self, request: HttpRequest) -> Any:
        try:
            return self.published_by(request, "Changed", self._taken_over)
        except SheetRefused as refused:
            kept = request.POST.get("kept", "")
            return self._sheet_page(request, form=SheetForm(), rows=refused.rows, kept=kept, why=refused.why)
        except ImportRefused as refused:
            return self._told(request, str(refused))

    def _taken_over(self, request: HttpRequest) -> Any:
        columns = self.columns_of(request)
        content = request.POST.get("kept", "").encode()
        rows = apply_rows(
            read_sheet(SimpleUploadedFile("kept.csv", content), columns.header), columns, self._saver(request)
        )
        if any(row.problems for row in rows) or self._is_given_again(request, rows):
            raise SheetRefused(rows)
        why = WhyForm(request.POST)
        if any(row.restates for row in rows) and why.refuse_without_kind():
            raise SheetRefused(rows, why)
        if not request.publication.touched:
            self.message_user(request, "Nothing had changed, so nothing was saved.")
        return HttpResponseRedirect(reverse(f"admin:{self._name()}_changelist"))

    def _is_given_again(self, request: HttpRequest, rows: Any) -> bool:
        """A sheet that was taken over would add its new rows once more."""
        request.sheet_token = sheet_token(self.model, request.POST.get("kept", ""))
        is_new = any(row.kind == "new" for row in rows)
        return is_new and "again" not in request.POST and sheet_taken_before(request.sheet_token) is not None

    def _saver(self, request: HttpRequest) -> Any:
        def save(row: Any, form: Any, was_there: Any) -> None:
            if (was_there and not self.has_change_permission(request, row)) or (
                not was_there and not self.has_add_permission(request)
            ):
                raise PermissionDenied
            self.save_model(request, row, form, change=was_there)
            form.save_m2m()

        return save

    def _sheet_page(self, request: HttpRequest, *, form: Any, rows: Any = None, kept: str = "", why: Any = None) -> Any:
        counted = {kind: sum(row.kind == kind for row in rows or []) for kind in ("new", "changed", "same", "refused")}
        restates = any(row.restates for row in rows or [])
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"{self.opts.verbose_name_plural} from a sheet".capitalize(),
            "form": form,
            "why": why or WhyForm(request.POST if kept and "take" in request.POST else None, restates=restates),
            "rows": rows,
            "counted": counted,
            "kept": kept,
            "taken": sheet_taken_before(sheet_token(self.model, kept)) if counted["new"] else None,
            "changelist": reverse(f"admin:{self._name()}_changelist"),
            "most": MAX_ROWS,
        }
        return TemplateResponse(request, "admin/sheet.html", context)
