from django.contrib import admin

from editorial.admin.sourced import BY_SOURCE, StatementAdmin

MONTHS = ("How long it takes", {"fields": [("months_min", "months_max")]})


class LengthAdmin(StatementAdmin):
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), "rank", BY_SOURCE]
    list_select_related = ("career", "source")
    search_fields = [*StatementAdmin.search_fields, "career__title"]
    autocomplete_fields = ["career", "source"]
