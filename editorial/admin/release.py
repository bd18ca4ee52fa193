import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from editorial.admin.curated import CuratedAdmin
from editorial.admin.form import PublishingForm
from facts.models import Release


class ReleaseForm(PublishingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "state" in self.fields:
            self.fields["state"].choices = [(state, state.label) for state in _OPEN_TO_EDITORS]

    def clean(self) -> Any:
        cleaned = super().clean()
        if cleaned.get("state") == Release.State.READY:
            cleaned["withdrawn_because"] = ""
        return cleaned


_OPEN_TO_EDITORS = (Release.State.READY, Release.State.WITHDRAWN)


class ReleaseAdmin(CuratedAdmin):
    form = ReleaseForm
    fixed = ("source", "slug")
    list_display = ["label", "source", "period_start", "period_end", "published_on", "next_due", "state"]
    list_filter = ["state", "source"]
    list_select_related = ("source",)
    search_fields = ["label", "slug", "source__publisher", "source__title"]
    readonly_fields = ["sha256", "import_report"]
    fieldsets = [
        (None, {"fields": ["source", "label", "slug"]}),
        ("When", {"fields": [("period_start", "period_end"), "published_on", "next_due"]}),
        ("What readers see", {"fields": ["state", "withdrawn_because", "attribution", "note"]}),
        ("Where its rows come from", {"fields": ["sha256", "import_report"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        readonly = super().get_readonly_fields(request, obj)
        return (*readonly, "state") if obj and obj.state not in _OPEN_TO_EDITORS else readonly

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="report", empty_value="none")
    def import_report(self, release: Any) -> Any:
        return format_html("<pre>{}</pre>", json.dumps(release.report, indent=2, ensure_ascii=False))


class ByRelease(admin.SimpleListFilter):
    title = "release"
    parameter_name = "release"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [(release.pk, str(release)) for release in Release.objects.select_related("source").newest_first()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        offered = {str(number): number for number, _ in self.lookup_choices}
        return queryset.filter(release=offered.get(self.value() or "")) if self.value() else queryset


class ReleaseInline(admin.TabularInline):
    model = Release
    fields = readonly_fields = ["label", "period_start", "period_end", "published_on", "state"]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
