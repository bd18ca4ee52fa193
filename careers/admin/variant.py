from careers.admin.guide_part import GuidePartAdmin, guide_part


class VariantAdmin(GuidePartAdmin):
    search_fields = [*GuidePartAdmin.search_fields, "name", "text"]
    fieldsets = guide_part("name", "text")
