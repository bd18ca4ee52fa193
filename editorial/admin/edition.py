from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from editorial.admin.record import RecordAdmin


class EditionAdmin(RecordAdmin):
    list_display = ["number", "published_at", "act", "by", "reason"]
    list_filter = ["act", ("by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ("by",)
    search_fields = ["=number", "reason"]
    date_hierarchy = "published_at"
    fields = ["number", "published_at", "act", "by", "reason", "what_changed"]

    @admin.display(description="changes")
    def what_changed(self, edition: Any) -> Any:
        url = reverse("admin:facts_change_changelist", query={"edition__number": edition.number})
        return format_html('<a href="{}">{}</a>', url, edition.changes.count())


class ChangeAdmin(RecordAdmin):
    list_display = ["title", "kind", "model", "key", "career_slug", "rows", "edition"]
    list_filter = ["kind", "model"]
    list_select_related = ("edition",)
    search_fields = ["title", "key", "=career_slug"]
    ordering = ["-pk"]

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> Any:
        return lookup == "edition__number" or super().lookup_allowed(lookup, value, request)
