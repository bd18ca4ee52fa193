from editorial.admin.curated import CuratedAdmin


class IndustryAdmin(CuratedAdmin):
    fixed = ("code",)
    fields = ["name", "code", "scheme"]
    list_display = ["name", "code", "scheme"]
    list_filter = ["scheme"]
    search_fields = ["name", "=code"]
