from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from editorial.admin.list_filters import OneChoice
from editorial.admin.publishing import WritingAdmin
from editorial.admin.record import RecordAdmin
from editorial.admin.why import WhyForm
from editorial.drafting import restoring, workflow
from facts.models import Change, Edition
from facts.models.statement import statement_models


class EditionAdmin(WritingAdmin, RecordAdmin):
    list_display = ["number", "published_at", "act", "by", "reason", "is_kept"]
    list_filter = ["act", "is_kept", ("by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ("by",)
    search_fields = ["=number", "reason"]
    date_hierarchy = "published_at"
    fields = ["number", "published_at", "act", "by", "reason", "is_kept", "what_changed", "undone"]
    actions = ["keep", "let_go"]

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.undo_view)
        return [path("<int:number>/undo/", view, name="facts_edition_undo"), *super().get_urls()]

    @admin.display(description="changes")
    def what_changed(self, edition: Any) -> Any:
        url = reverse("admin:facts_change_changelist", query={"edition__number": edition.number})
        return format_html('<a href="{}">{}</a>', url, edition.changes.count())

    @admin.display(description="undo")
    def undone(self, edition: Any) -> Any:
        url = reverse("admin:facts_edition_undo", args=[edition.pk])
        return format_html('<a href="{}">Undo this edition</a>', url)

    def has_keep_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(workflow.PUBLISH)

    @admin.action(description="Keep the files of these editions", permissions=["keep"])
    def keep(self, request: HttpRequest, editions: QuerySet) -> None:
        count = editions.update(is_kept=True)
        self.message_user(request, f"The files of {count} editions are kept, if they are there.", messages.SUCCESS)

    @admin.action(description="Keep their files no longer than those of others", permissions=["keep"])
    def let_go(self, request: HttpRequest, editions: QuerySet) -> None:
        count = editions.update(is_kept=False)
        self.message_user(request, f"The files of {count} editions go with those of others.", messages.SUCCESS)

    def undo_view(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.published_by(request, "Undone", self._undo, number)

    def _undo(self, request: HttpRequest, number: int) -> Any:
        edition = get_object_or_404(Edition, pk=number)
        try:
            changes = [change for some in restoring.changes_to_undo(edition).values() for change in some]
            _may_write(self, request, changes)
            if request.method == "POST" and not _asks_kind(request, changes):
                problems = restoring.undo(edition, request.publication)
                return _answered(self, request, problems, edition.pk)
        except restoring.CannotUndo as refused:
            self.message_user(request, f"{edition} cannot be undone. {refused}", messages.ERROR)
            return HttpResponseRedirect(reverse("admin:facts_edition_change", args=[edition.pk]))
        words = "Each change of this edition is undone: what it added goes, what it changed or removed is as before."
        return _asked(self, request, f"Undo {edition}", words, changes)


class ByGone(OneChoice):
    title = "removed"
    parameter_name = "gone"
    choice = ("yes", "and not there again")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.gone().filter(row__isnull=False)


class ChangeAdmin(WritingAdmin, RecordAdmin):
    list_display = ["title", "kind", "kind_of_row", "key", "career_slug", "rows", "edition", "way_back"]
    list_filter = [ByGone, "kind", "model"]
    list_select_related = ("edition",)
    search_fields = ["title", "key", "=career_slug"]
    ordering = ["-pk"]

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.restore_view)
        return [path("<int:number>/restore/", view, name="facts_change_restore"), *super().get_urls()]

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> Any:
        return lookup == "edition__number" or super().lookup_allowed(lookup, value, request)

    def get_ordering(self, request: HttpRequest) -> Any:
        """What others went with comes before them."""
        return ["-edition", "pk"] if ByGone.parameter_name in request.GET else super().get_ordering(request)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        title = {"title": "Removed rows"} if ByGone.parameter_name in request.GET else {}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    @admin.display(description="kind of row", ordering="model")
    def kind_of_row(self, change: Change) -> str:
        return str(restoring.model_of(change)._meta.verbose_name)

    @admin.display(description="restore", empty_value="")
    def way_back(self, change: Change) -> Any:
        if change.kind != Change.Kind.REMOVED or change.row is None:
            return None
        return format_html('<a href="{}">Restore</a>', reverse("admin:facts_change_restore", args=[change.pk]))

    def restore_view(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.published_by(request, "Restored", self._restore, number)

    def _restore(self, request: HttpRequest, number: int) -> Any:
        change = get_object_or_404(Change.objects.removals().select_related("edition"), pk=number)
        if not restoring.can_be_restored(change):
            self.message_user(request, f"“{change.title}” is there already, or nothing is known of it.", messages.ERROR)
            return HttpResponseRedirect(f"{reverse('admin:facts_change_changelist')}?gone=yes")
        changes = [change, *restoring.went_with(change)]
        _may_write(self, request, changes)
        if request.method == "POST":
            return _answered(self, request, restoring.restore(changes, request.publication), change.pk)
        words = "This comes back as it was when it was removed, at its own address."
        return _asked(self, request, f"Restore {change.title}", words, changes)


def _may_write(model_admin: Any, request: HttpRequest, changes: list[Change]) -> None:
    for model in {restoring.model_of(change) for change in changes}:
        label, name = model._meta.app_label, model._meta.model_name
        if not request.user.has_perms([f"{label}.add_{name}", f"{label}.change_{name}", f"{label}.delete_{name}"]):
            raise PermissionDenied


def _asks_kind(request: HttpRequest, changes: list[Change]) -> bool:
    return _may_restate(changes) and WhyForm(request.POST).refuse_without_kind()


def _may_restate(changes: list[Change]) -> bool:
    labels = {model._meta.label_lower for model in statement_models()}
    return any(change.kind == Change.Kind.CHANGED and change.model in labels for change in changes)


def _asked(model_admin: Any, request: HttpRequest, title: str, words: str, changes: list[Change]) -> TemplateResponse:
    why = WhyForm(request.POST or None, restates=_may_restate(changes))
    if request.method == "POST":
        why.refuse_without_kind()
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": title,
        "words": words,
        "changes": [(change, restoring.model_of(change)._meta.verbose_name) for change in changes],
        "why": why,
    }
    return TemplateResponse(request, "admin/brought-back.html", context)


def _answered(model_admin: Any, request: HttpRequest, problems: list[str], number: int) -> HttpResponseRedirect:
    for words in problems[:20]:
        messages.warning(request, f"Left out: {words}")
    if not request.publication.touched:
        model_admin.message_user(request, "Nothing of it could be done.", messages.ERROR)
    name = f"admin:facts_{model_admin.opts.model_name}_change"
    return HttpResponseRedirect(reverse(name, args=[number]))
