from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from careers.admin.guide_page.begin import BeginGuideForm
from careers.guide_file import FileChanges, guide_file, put_file
from careers.models import Career
from editorial.admin.curated import CuratedAdmin
from editorial.admin.drafted import current_draft, rendered, shown_as_drafted
from editorial.admin.why import WhyForm
from editorial.drafting import trying
from facts.actions import Publication
from facts.models import Source
from ingest.fixtures.refusal import FixtureRefused, Refusal

FILE = "kept.guide"
MOST_BYTES = 1024 * 1024


class GuideFileForm(forms.Form):
    file = forms.FileField(
        label="The guide",
        help_text="A text file as “As a file” gives it. What the guide has and the file does not is removed.",
        widget=forms.FileInput(attrs={"accept": ".guide,.txt"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(f"It is larger than the {MOST_BYTES:,} bytes that are read at most.")
        return file


class FileNotTaken(Exception):  # noqa: N818 - an answer rather than a mistake
    """A published figure would change, and nobody said why."""

    def __init__(self, changes: FileChanges, why: WhyForm) -> None:
        self.changes, self.why = changes, why
        super().__init__("Say why a figure changes.")


class GuideFileAdmin(CuratedAdmin):
    def get_urls(self) -> list:
        views: dict[str, tuple[Callable, str]] = {
            "guide/begin/": (self.begin_view, "begin"),
            "guide/file/": (self.upload_view, "upload"),
            "<int:number>/guide/<int:source>/file/": (self.file_view, "file"),
        }
        wrap = self.admin_site.admin_view
        own = [path(route, wrap(view), name=f"careers_career_{name}") for route, (view, name) in views.items()]
        return [*own, *super().get_urls()]

    # A new guide --------------------------------------------------------------------------------------------------

    def begin_view(self, request: HttpRequest) -> Any:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self.published_by(request, "Begun", self._begin)

    def _begin(self, request: HttpRequest) -> Any:
        known = Career.objects.filter(slug=request.GET.get("career", "")).first()
        form = BeginGuideForm(request.POST or None, initial={"title": known.title if known else ""})
        if request.method == "POST" and form.is_valid():
            try:
                career, source = form.save(request.publication)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                return HttpResponseRedirect(reverse("admin:careers_career_guide", args=[career.pk, source.pk]))
        return self._asked_of_guide(request, "admin/guide/begin.html", "Begin a guide", form=form)

    def _asked_of_guide(self, request: HttpRequest, template: str, title: str, **shown: Any) -> TemplateResponse:
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, **shown}
        return TemplateResponse(request, template, context)

    # As a file ----------------------------------------------------------------------------------------------------

    def file_view(self, request: HttpRequest, number: int, source: int) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return shown_as_drafted(request, self._file, number, source)

    def _file(self, request: HttpRequest, number: int, source: int) -> Any:
        career, told_by = get_object_or_404(Career, pk=number), get_object_or_404(Source, pk=source)
        name = f"{told_by.slug}-{career.slug}.guide"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(guide_file(career, told_by), content_type="text/plain; charset=utf-8", headers=disposition)

    # From a file --------------------------------------------------------------------------------------------------

    def upload_view(self, request: HttpRequest) -> Any:
        if not (self.has_add_permission(request) and self.has_delete_permission(request)):
            raise PermissionDenied
        if request.method != "POST":
            return self._upload_page(request, GuideFileForm())
        if "take" in request.POST:
            return self._take_file(request)
        form = GuideFileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._upload_page(request, form)
        return self._try_file(request, form, form.cleaned_data["file"].read())

    def _try_file(self, request: HttpRequest, form: GuideFileForm, content: bytes) -> Any:
        with trying(current_draft(request)):
            try:
                changes = put_file(FILE, content, Publication())
            except FixtureRefused as refused:
                return self._upload_page(request, form, refused=refused.refusals)
            return rendered(self._upload_page(request, form, changes=changes, kept=content.decode()))

    def _take_file(self, request: HttpRequest) -> Any:
        try:
            return self.published_by(request, "Changed", self._put)
        except FixtureRefused as refused:
            return self._upload_page(request, GuideFileForm(), refused=refused.refusals)
        except FileNotTaken as left:
            kept = request.POST.get("kept", "")
            return self._upload_page(request, GuideFileForm(), changes=left.changes, kept=kept, why=left.why)

    def _put(self, request: HttpRequest) -> Any:
        changes = put_file(FILE, request.POST.get("kept", "").encode(), request.publication)
        why = WhyForm(request.POST)
        if changes.restates and why.refuse_without_kind():
            raise FileNotTaken(changes, why)
        if not request.publication.touched:
            self.message_user(request, "Nothing had changed, so nothing was saved.")
        career = changes.careers[0].pk if changes.careers else None
        if career is None:
            return HttpResponseRedirect(reverse("admin:careers_career_changelist"))
        return HttpResponseRedirect(reverse("admin:careers_career_guides", args=[career]))

    def _upload_page(
        self,
        request: HttpRequest,
        form: GuideFileForm,
        *,
        changes: FileChanges | None = None,
        refused: tuple[Refusal, ...] = (),
        kept: str = "",
        why: WhyForm | None = None,
    ) -> TemplateResponse:
        counted = {kind: changes.count(kind) for kind in ("new", "changed", "removed")} if changes else {}
        shown = {
            "form": form,
            "changes": changes,
            "counted": counted,
            "refused": refused,
            "kept": kept,
            "why": why or WhyForm(restates=bool(changes and changes.restates)),
        }
        return self._asked_of_guide(request, "admin/guide/file.html", "A guide from a file", **shown)
