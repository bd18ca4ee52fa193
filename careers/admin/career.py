from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from careers import actions
from careers.admin.alternate_title import AlternateTitleInline
from careers.admin.guide import guide_parts
from careers.admin.guide_page.admin import GuidePageAdmin
from careers.admin.guide_page.file import GuideFileAdmin
from careers.admin.occupation_match import OccupationMatchInline
from careers.models import Career
from editorial.admin.drafted import current_draft, rendered
from editorial.admin.list_filters import OneChoice
from editorial.drafting import trying
from facts.actions import Publication

GUIDE = ("Its guide", {"fields": ["guide"]})


class ByReview(OneChoice):
    title = "review"
    parameter_name = "review"
    choice = ("due", "due by now")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.due_for_review(timezone.now().date())


class RenameForm(forms.Form):
    slug = forms.SlugField(
        label="New address",
        max_length=80,
        help_text="The name in the address, such as “records-administrator”. The old address leads to the new one.",
    )


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        label="The career that stays",
        queryset=Career.objects.order_by("title"),
        help_text="It gets everything that the other one has. The other one’s address leads to it.",
    )


class CareerAdmin(GuidePageAdmin, GuideFileAdmin):
    change_form_template = "admin/career.html"
    list_display = ["title", "field", "summary"]
    list_filter = ["field", ByReview]
    list_select_related = ("field",)
    search_fields = ["title", "alternate_titles__title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["guide"]
    inlines = [OccupationMatchInline, AlternateTitleInline]
    fieldsets = [(None, {"fields": ["title", "slug", "field", "summary", "review_by"]}), GUIDE]

    def get_urls(self) -> list:
        views = {"rename": self.rename_view, "merge": self.merge_view}
        acts = [
            path(f"<int:number>/{act}/", self.admin_site.admin_view(view), name=f"careers_career_{act}")
            for act, view in views.items()
        ]
        return [*acts, *super().get_urls()]

    def get_fieldsets(self, request: HttpRequest, obj: Career | None = None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        return [part for part in fieldsets if obj or part is not GUIDE]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Career | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else self.prepopulated_fields

    @admin.display(description="parts")
    def guide(self, career: Career) -> SafeString:
        return guide_parts(career, self.admin_site)

    # Another address ----------------------------------------------------------------------------------------------

    def rename_view(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.published_by(request, "Given another address", self._rename, number)

    def _rename(self, request: HttpRequest, number: int) -> Any:
        career = self._career(request, number)
        form = RenameForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                actions.rename(career, form.cleaned_data["slug"], publication=request.publication)
            except ValidationError as error:
                form.add_error("slug", error.messages)
            else:
                return HttpResponseRedirect(reverse("admin:careers_career_change", args=[career.pk]))
        return self._address_page(request, career, f"Another address for {career}", form, "Give it this address")

    # Two made one -------------------------------------------------------------------------------------------------

    def merge_view(self, request: HttpRequest, number: int) -> HttpResponse:
        if request.method == "POST" and "sure" not in request.POST:
            return self._merge_shown(request, number)
        return self.published_by(request, "Merged", self._merge, number)

    def _merge_shown(self, request: HttpRequest, number: int) -> Any:
        """What would move and what would go, found by trying it; nothing stays of that."""
        with trying(current_draft(request)):
            career, form = self._career(request, number), MergeForm(request.POST)
            merge, title = None, f"Merge {career} into another career"
            if form.is_valid():
                try:
                    merge = actions.merge(career, form.cleaned_data["into"], publication=Publication())
                except ValidationError as error:
                    form.add_error("into", error.messages)
            career.pk = number
            return rendered(self._address_page(request, career, title, form, "Merge them", merge=merge))

    def _merge(self, request: HttpRequest, number: int) -> Any:
        career, form = self._career(request, number), MergeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            into = form.cleaned_data["into"]
            try:
                actions.merge(career, into, publication=request.publication)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
                return HttpResponseRedirect(request.get_full_path())
            return HttpResponseRedirect(reverse("admin:careers_career_change", args=[into.pk]))
        return self._address_page(request, career, f"Merge {career} into another career", form, "Show what that does")

    def _career(self, request: HttpRequest, number: int) -> Career:
        career = get_object_or_404(Career, pk=number)
        if not (self.has_change_permission(request, career) and self.has_delete_permission(request, career)):
            raise PermissionDenied
        return career

    def _address_page(
        self,
        request: HttpRequest,
        career: Career,
        title: str,
        form: forms.Form,
        button: str,
        merge: actions.Merge | None = None,
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "career": career,
            "form": form,
            "button": button,
            "merge": merge,
        }
        return TemplateResponse(request, "admin/career-address.html", context)
