from django.contrib import admin

from editorial.admin.sourced import BY_SOURCE, StatementAdmin

FROM_AND_TO = ("months_min", "months_max")
MONTHS = ("How long it takes", {"fields": [FROM_AND_TO]})


class LengthAdmin(StatementAdmin):
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), "rank", BY_SOURCE]
    list_select_related = ("career", "source")
    search_fields = [*StatementAdmin.search_fields, "career__title"]
    autocomplete_fields = ["career", "source"]
