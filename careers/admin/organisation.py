from careers.admin.guide_part import GuidePartAdmin, guide_part


class OrganisationAdmin(GuidePartAdmin):
    list_display = ["name", "abbreviation", "serves", "career", "source__publisher"]
    search_fields = [*GuidePartAdmin.search_fields, "name", "=abbreviation"]
    fieldsets = guide_part(("name", "abbreviation"), "url", "serves", "offers")
