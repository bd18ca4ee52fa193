from careers.admin.guide_part import GuidePartAdmin, guide_part


class MoveAdmin(GuidePartAdmin):
    search_fields = [*GuidePartAdmin.search_fields, "from_title", "to_title"]
    autocomplete_fields = [*GuidePartAdmin.autocomplete_fields, "to_career"]
    fieldsets = guide_part(("from_title", "to_title"), "to_career", "takes")
