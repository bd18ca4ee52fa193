from editorial.admin.curated import CuratedAdmin


class CredentialAdmin(CuratedAdmin):
    list_display = ["name", "abbreviation", "kind", "rank", "issuer"]
    list_filter = ["kind"]
    search_fields = ["name", "=abbreviation", "slug"]
    fields = [("name", "abbreviation"), "slug", "kind", "rank", "issuer"]
