from careers.models import Crosswalk
from editorial.admin.curated import CuratedAdmin
from editorial.admin.sourced import PROVENANCE, SourcedAdmin


class OccupationAdmin(CuratedAdmin):
    fixed = ("scheme", "code")
    list_display = ["code", "title", "scheme", "level"]
    list_display_links = ["code", "title"]
    list_filter = ["scheme", "level"]
    search_fields = ["code", "title"]
    autocomplete_fields = ["parent"]
    fields = [("scheme", "code"), "title", "level", "parent", "definition"]


class CrosswalkAdmin(SourcedAdmin):
    list_display = ["__str__", "from_occupation", "to_occupation", "source__publisher"]
    list_select_related = ("from_occupation", "to_occupation", "source")
    search_fields = ["from_occupation__code", "to_occupation__code", "from_occupation__title", "to_occupation__title"]
    autocomplete_fields = ["from_occupation", "to_occupation", "source"]
    fieldsets = [(None, {"fields": ["from_occupation", "to_occupation"]}), PROVENANCE]

    def view_on_site(self, obj: Crosswalk) -> str:
        return obj.to_occupation.get_absolute_url()
