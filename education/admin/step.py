from careers.admin.guide_part import GuidePartAdmin, guide_part


class StepAdmin(GuidePartAdmin):
    list_display = ["title", "career", "position", "as_printed", "source__publisher"]
    search_fields = [*GuidePartAdmin.search_fields, "title", "text"]
    fieldsets = guide_part("title", "text", ("months_min", "months_max"), "as_printed")
