from editorial.admin.sourced import AS_PRINTED, PROVENANCE, STANDING, WHEN
from education.admin.length import MONTHS, LengthAdmin


class TimeToEntryAdmin(LengthAdmin):
    list_display = ["starting_point", "career", "months_min", "months_max", "covers", "source__publisher"]
    grid = ("as_printed", "months_min", "months_max")
    tables = {"Time to a first job": {}}
    grid_ordering = ("career__title", "source", "position", "pk")
    search_fields = [*LengthAdmin.search_fields, "starting_point"]
    fieldsets = [
        (None, {"fields": [("career", "position"), "starting_point", "covers", "population"]}),
        AS_PRINTED,
        MONTHS,
        WHEN,
        STANDING,
        PROVENANCE,
    ]
