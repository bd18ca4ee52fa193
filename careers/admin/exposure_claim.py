from django.contrib import admin

from editorial.admin.sourced import AS_PRINTED, BY_SOURCE, PROVENANCE, STANDING, WHEN, StatementAdmin


class ExposureClaimAdmin(StatementAdmin):
    list_display = ["as_printed", "career", "share_of", "share_percent", "source__publisher"]
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), "rank", BY_SOURCE]
    list_select_related = ("career", "source")
    search_fields = [*StatementAdmin.search_fields, "career__title", "share_of"]
    grid = ("as_printed", "share_percent")
    autocomplete_fields = ["career", "source"]
    fieldsets = [
        ("For whom", {"fields": ["career", "population"]}),
        AS_PRINTED,
        ("Share", {"fields": ["share_of", "share_percent"]}),
        WHEN,
        STANDING,
        PROVENANCE,
    ]
