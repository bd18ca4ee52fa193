from careers.admin.guide_part import GuidePartAdmin, guide_part


class RequirementAdmin(GuidePartAdmin):
    list_display = ["label", "strength", "career", "condition", "source__publisher"]
    list_filter = ["strength", *GuidePartAdmin.list_filter]
    search_fields = [*GuidePartAdmin.search_fields, "label", "field_of_study"]
    autocomplete_fields = [*GuidePartAdmin.autocomplete_fields, "credentials"]
    fieldsets = guide_part(
        "label",
        "credentials",
        "strength",
        "field_of_study",
        "scope",
        "condition",
        "as_printed",
        "attributed_to",
        "note",
    )
