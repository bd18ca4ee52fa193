from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.views.decorators.http import require_POST

from editorial import reporting
from editorial.admin.list_filters import ByWaiting
from editorial.admin.record import RecordAdmin
from editorial.models import Report

TO_SETTLE = "editorial.change_report"


class ReportAdmin(RecordAdmin):
    is_record = False
    not_exported = ("ticket",)  # the reader's own address
    list_display = ["title", "wrong_in_short", "should_be_in_short", "state", "reported_at", "settled_by"]
    list_filter = [ByWaiting, "state", "reported_at"]
    list_select_related = ("settled_by", "draft")
    search_fields = ["title", "wrong", "should_be", "says_where", "answer"]
    actions = ["set_aside"]
    ordering = ["-reported_at", "-pk"]

    def get_urls(self) -> list:
        act = self.admin_site.admin_view(require_POST(self._act))
        return [path("<int:number>/do/<slug:act>/", act, name="editorial_report_act"), *super().get_urls()]

    def has_settle_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(TO_SETTLE)

    @admin.display(description="what is wrong")
    def wrong_in_short(self, report: Report) -> Any:
        return _in_short(report.wrong)

    @admin.display(description="what it should be", empty_value="not said")
    def should_be_in_short(self, report: Report) -> Any:
        return _in_short(report.should_be) or None

    @admin.action(description="Set aside: they say nothing", permissions=["settle"])
    def set_aside(self, request: HttpRequest, queryset: QuerySet) -> None:
        done = sum(_is_set_aside(report, request.user) for report in queryset)
        self.message_user(request, f"{done} set aside. They can still be read, and opened again.")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method == "POST" or object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        reports = Report.objects.select_related("settled_by", "draft__edition", "edition")
        report = get_object_or_404(reports, pk=object_id if str(object_id).isdecimal() else 0)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "has_change_permission": False,
            "title": report.title,
            "report": report,
            "may_settle": self.has_settle_permission(request),
            "form": form_of(report, request),
            "others": Report.objects.about(report.model, report.row).exclude(pk=report.pk)[:20],
        }
        return TemplateResponse(request, "admin/report.html", context)

    def _act(self, request: HttpRequest, number: int, act: str) -> Any:
        report = get_object_or_404(Report, pk=number)
        if not self.has_settle_permission(request):
            raise PermissionDenied
        if act not in _ACTS:
            raise Http404("There is no such thing to be done with a report.")
        try:
            words = _ACTS[act](report, request)
        except (reporting.AlreadySettled, ValueError) as refused:
            self.message_user(request, str(refused), messages.ERROR)
        else:
            self.message_user(request, words)
        return HttpResponseRedirect(report.desk_url)


def form_of(report: Report, request: HttpRequest) -> str:
    """The row’s form, where saving takes the report up; "" if the user has none."""
    try:
        model = apps.get_model(report.model)
        row = model._default_manager.filter(pk=report.row).first()
        url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[report.row])
    except (LookupError, ValueError, NoReverseMatch):
        return ""
    is_theirs = row is not None and admin.site.get_model_admin(model).has_change_permission(request, row)
    return f"{url}?report={report.pk}" if is_theirs else ""


def _in_short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"


def _is_set_aside(report: Report, user: Any) -> bool:
    try:
        reporting.set_aside(report, by=user)
    except reporting.AlreadySettled:
        return False
    return True


def _answer(report: Report, request: HttpRequest) -> Any:
    reporting.answer(report, by=request.user, words=request.POST.get("words", ""))
    return "Answered. Its reader finds the words at the address they were given."


def _set_aside(report: Report, request: HttpRequest) -> Any:
    reporting.set_aside(report, by=request.user)
    return "It is set aside."


def _open_again(report: Report, request: HttpRequest) -> Any:
    reporting.open_again(report, by=request.user)
    return "It waits again."


_ACTS = {"answer": _answer, "set-aside": _set_aside, "open-again": _open_again}
