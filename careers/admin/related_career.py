from careers.admin.guide_part import GuidePartAdmin, guide_part


class RelatedCareerAdmin(GuidePartAdmin):
    list_display = ["career", "related", "kind", "reason", "source__publisher"]
    list_display_links = ["career", "related"]
    list_filter = ["kind", *GuidePartAdmin.list_filter]
    list_select_related = ("career", "source", "related")
    search_fields = [*GuidePartAdmin.search_fields, "related__title", "reason"]
    autocomplete_fields = [*GuidePartAdmin.autocomplete_fields, "related"]
    fieldsets = guide_part("related", "kind", "reason")
