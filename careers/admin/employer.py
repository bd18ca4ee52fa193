from careers.admin.guide_part import GuidePartAdmin, guide_part


class EmployerAdmin(GuidePartAdmin):
    list_display = ["industry", "says", "career", "attributed_to", "source__publisher"]
    list_display_links = ["industry", "says"]
    list_filter = ["says", *GuidePartAdmin.list_filter]
    list_select_related = ("career", "source", "industry")
    search_fields = [*GuidePartAdmin.search_fields, "industry__name"]
    autocomplete_fields = [*GuidePartAdmin.autocomplete_fields, "industry", "about"]
    fieldsets = guide_part(
        "industry",
        "says",
        ("share_percent", "as_printed"),
        ("about", "group"),
        ("reference_start", "reference_end"),
        "attributed_to",
        "note",
    )
