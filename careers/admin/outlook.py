from django.contrib import admin
from django.http import HttpRequest

from careers.models import Outlook
from editorial.admin.release import ByRelease
from editorial.admin.sourced import AS_PRINTED, BY_SOURCE, PROVENANCE, STANDING, WHEN, StatementAdmin


class OutlookAdmin(StatementAdmin):
    """Rows of a statistical release cannot be edited."""

    list_display = [
        "as_printed",
        "career",
        "occupation",
        "growth_percent",
        "openings_per_year",
        "start_year",
        "source__publisher",
    ]
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), "projected", ByRelease, BY_SOURCE]
    list_select_related = ("career", "occupation", "source", "release__source")
    grid = ("as_printed", "growth_percent", "openings_per_year", "employment_start", "employment_end")
    search_fields = [*StatementAdmin.search_fields, "career__title", "occupation__title", "=occupation__code"]
    autocomplete_fields = ["career", "occupation", "about", "place", "source"]
    readonly_fields = ["release"]
    fieldsets = [
        ("For whom", {"fields": ["career", "occupation", ("about", "group"), "place", "population"]}),
        AS_PRINTED,
        (
            "Figures",
            {
                "fields": [
                    ("growth_percent", "growth_words"),
                    "openings_per_year",
                    ("employment_start", "employment_end", "employment_change"),
                    "projected",
                ]
            },
        ),
        ("Over which years", {"fields": [("start_year", "end_year")]}),
        WHEN,
        STANDING,
        ("Source", {"fields": [*PROVENANCE[1]["fields"], "release"]}),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Outlook | None = None) -> bool:
        return not _is_of_the_record(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Outlook | None = None) -> bool:
        return not _is_of_the_record(obj) and super().has_delete_permission(request, obj)


def _is_of_the_record(outlook: Outlook | None) -> bool:
    return outlook is not None and outlook.release_id is not None
