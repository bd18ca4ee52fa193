from collections.abc import Sequence

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from careers.admin.alternate_title import AlternateTitleInline
from careers.admin.guide import guide_parts
from careers.admin.occupation_match import OccupationMatchInline
from careers.models import Career
from editorial.admin.curated import CuratedAdmin

GUIDE = ("Its guide", {"fields": ["guide"]})


class CareerAdmin(CuratedAdmin):
    list_display = ["title", "field", "summary"]
    list_filter = ["field"]
    list_select_related = ("field",)
    search_fields = ["title", "alternate_titles__title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["guide"]
    inlines = [OccupationMatchInline, AlternateTitleInline]
    fieldsets = [(None, {"fields": ["title", "slug", "field", "summary"]}), GUIDE]

    def get_fieldsets(self, request: HttpRequest, obj: Career | None = None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        return [part for part in fieldsets if obj or part is not GUIDE]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Career | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else self.prepopulated_fields

    @admin.display(description="parts")
    def guide(self, career: Career) -> SafeString:
        return guide_parts(career, self.admin_site)
