from editorial.admin.sourced import AS_PRINTED, PROVENANCE, STANDING, WHEN
from education.admin.length import FROM_AND_TO, MONTHS, LengthAdmin


class PathAdmin(LengthAdmin):
    list_display = [
        "name",
        "career",
        "months_min",
        "months_max",
        "cost_low",
        "cost_high",
        "currency",
        "source__publisher",
    ]
    guide_fields = ("name", "credentials", "as_printed", *FROM_AND_TO, "currency", "cost_low", "cost_high")
    grid = ("as_printed", "months_min", "months_max", "cost_low", "cost_high")
    tables = {"Ways to qualify": {}}
    grid_ordering = ("career__title", "source", "position", "pk")
    search_fields = [*LengthAdmin.search_fields, "name"]
    autocomplete_fields = [*LengthAdmin.autocomplete_fields, "credentials"]
    fieldsets = [
        (None, {"fields": [("career", "position"), "name", "credentials", "population"]}),
        AS_PRINTED,
        MONTHS,
        ("What it costs", {"fields": [("currency", "cost_low", "cost_high")]}),
        WHEN,
        STANDING,
        PROVENANCE,
    ]
