from careers.admin.guide_part import GuidePartAdmin, guide_part


class ResponsibilityAdmin(GuidePartAdmin):
    search_fields = [*GuidePartAdmin.search_fields, "label", "text"]
    fieldsets = guide_part("label", "text")
