from editorial.admin.record import RecordAdmin
from editorial.admin.release import ByRelease
from salaries.models.wage import PER


class WageAdmin(RecordAdmin):
    is_counted = False  # there are millions
    show_full_result_count = False
    list_display = ["occupation", "place", "industry", "release", "annual_median", "annual_mean", "employment"]
    list_filter = [ByRelease, "place__kind"]
    list_select_related = ("release__source", "occupation", "place", "industry")
    search_fields = ["^occupation__code", "occupation__title", "=place__code"]
    fieldsets = [
        ("Whose pay", {"fields": ["release", "occupation", "place", "industry"]}),
        ("Jobs", {"fields": ["employment", "employment_rse"]}),
        *[
            (
                f"Pay {label.label}",
                {"fields": [f"{per}_{measure}" for measure in ("mean", "p10", "p25", "median", "p75", "p90")]},
            )
            for per, label in PER.items()
        ],
        ("What to know of it", {"fields": ["wage_rse", "marks"]}),
    ]
