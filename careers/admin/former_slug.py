from careers.models import FormerSlug
from editorial.admin.curated import CuratedAdmin


class FormerSlugAdmin(CuratedAdmin):
    list_display = ["slug", "career"]
    list_select_related = ("career",)
    search_fields = ["slug", "career__title"]
    autocomplete_fields = ["career"]
    fields = ["slug", "career"]

    def view_on_site(self, obj: FormerSlug) -> str:
        return obj.career.get_absolute_url()
