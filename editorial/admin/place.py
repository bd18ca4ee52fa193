from editorial.admin.curated import CuratedAdmin


class PlaceAdmin(CuratedAdmin):
    fixed = ("code",)
    fields = ["name", "code", "kind", "parent"]
    list_display = ["name", "code", "kind", "parent"]
    list_filter = ["kind"]
    list_select_related = ("parent",)
    search_fields = ["name", "=code"]
    autocomplete_fields = ["parent"]
