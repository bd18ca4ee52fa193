from typing import Any

from django.http import HttpRequest

from editorial.admin.curated import CuratedAdmin
from editorial.admin.fields import LinesField
from editorial.admin.form import PublishingForm
from editorial.admin.list_filters import ByAddress
from editorial.admin.release import ReleaseInline


class SourceForm(PublishingForm):
    also_called = LinesField(help_text="Other names by which guides credit the publisher, one a line: “BLS”.")


class SourceAdmin(CuratedAdmin):
    form = SourceForm
    list_display = ["publisher", "title", "kind", "licence", "frequency", "retrieved_on"]
    list_display_links = ["title"]
    list_filter = ["kind", ByAddress]
    search_fields = ["publisher", "title", "slug"]
    prepopulated_fields = {"slug": ["publisher", "title"]}
    fieldsets = [
        (None, {"fields": ["publisher", "title", "slug", "kind", "url"]}),
        ("Who cites it, and as what", {"fields": ["also_called", "attribution", "licence", "licence_url"]}),
        ("When", {"fields": ["frequency", "retrieved_on"]}),
        ("What readers should know", {"fields": ["note"]}),
    ]
    inlines = [ReleaseInline]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else self.prepopulated_fields
