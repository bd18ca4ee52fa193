from careers.admin.guide_part import GuidePartAdmin, guide_part


class PointAdmin(GuidePartAdmin):
    list_display = ["label", "side", "career", "position", "source__publisher"]
    list_filter = ["side", *GuidePartAdmin.list_filter]
    search_fields = [*GuidePartAdmin.search_fields, "label", "text"]
    fieldsets = guide_part("side", "label", "text")
