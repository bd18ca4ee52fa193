from careers.admin.guide_part import GuidePartAdmin, guide_part


class ToolkitEntryAdmin(GuidePartAdmin):
    list_display = ["title", "kind", "career", "position", "source__publisher"]
    list_filter = ["kind", *GuidePartAdmin.list_filter]
    search_fields = [*GuidePartAdmin.search_fields, "title"]
    fieldsets = guide_part("kind", "title", "text")
