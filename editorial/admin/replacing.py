from itertools import islice
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from editorial.admin.drafted import shown_as_drafted
from editorial.admin.publishing import WritingAdmin
from editorial.admin.why import WhyForm
from editorial.replacing import MOST_ROWS, Replacement, find, replace


class ReplaceForm(forms.Form):
    find = forms.CharField(label="Find", min_length=2, max_length=200, strip=False, help_text="Letter by letter.")
    replace = forms.CharField(label="Replace with", max_length=200, required=False, strip=False)


class ReplacingAdmin(WritingAdmin):
    """Find and replace: every difference is seen first, and goes the way of every other change."""

    def replace_view(self, request: HttpRequest) -> HttpResponseBase:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.published_by(request, "Replaced", self._replace)
        return shown_as_drafted(request, self._found)

    def _found(self, request: HttpRequest, why: Any = None) -> TemplateResponse:
        sent = request.POST if request.method == "POST" else request.GET
        form = ReplaceForm(sent if "find" in sent else None)
        found = self._matches(request, form) if form.is_bound and form.is_valid() else []
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Find and replace",
            "form": form,
            "found": found[:MOST_ROWS],
            "is_cut": len(found) > MOST_ROWS,
            "most": MOST_ROWS,
            "why": why or WhyForm(restates=False),
            "is_asked": form.is_bound and form.is_valid(),
        }
        return TemplateResponse(request, "admin/replace.html", context)

    def _matches(self, request: HttpRequest, form: ReplaceForm) -> list[Replacement]:
        found = find(form.cleaned_data["find"], form.cleaned_data["replace"])
        allowed = (one for one in found if _may_change(request, one.row))
        return list(islice(allowed, MOST_ROWS + 1))

    def _replace(self, request: HttpRequest) -> HttpResponse:
        form, chosen = ReplaceForm(request.POST), set(request.POST.getlist("row"))
        if not form.is_valid():
            return self._found(request)
        found = [one for one in self._matches(request, form) if f"{one.name}-{one.row.version}" in chosen]
        for words in replace(found, request.publication):
            messages.warning(request, f"Left as it is: {words}")
        if len(found) < len(chosen):
            messages.warning(request, f"{len(chosen) - len(found)} rows have changed since you looked, and stay.")
        return HttpResponseRedirect(reverse("admin:editorial_draft_replace"))


def _may_change(request: HttpRequest, row: Any) -> bool:
    return request.user.has_perm(f"{row._meta.app_label}.change_{row._meta.model_name}")
