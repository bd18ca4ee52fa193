from careers.admin.guide_part import GuidePartAdmin, guide_part


class SectionAdmin(GuidePartAdmin):
    list_display = ["kind", "heading", "career", "position", "source__publisher", "left_empty"]
    list_filter = ["kind", *GuidePartAdmin.list_filter, "left_empty"]
    search_fields = [*GuidePartAdmin.search_fields, "heading", "body"]
    fieldsets = guide_part("kind", "heading", "body", "left_empty")
