from django.contrib import admin

from careers.admin.alternate_title import AlternateTitleInline
from careers.admin.guide import guide_parts
from careers.admin.occupation_match import OccupationMatchInline
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

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return [part for part in fieldsets if obj or part is not GUIDE]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    @admin.display(description="parts")
    def guide(self, career):
        return guide_parts(career, self.admin_site)
