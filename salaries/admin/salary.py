from django.contrib import admin

from editorial.admin.sourced import AS_PRINTED, BY_SOURCE, PROVENANCE, STANDING, WHEN, StatementAdmin
from salaries.models import Salary


class SalaryAdmin(StatementAdmin):
    list_display = ["as_printed", "read_as", "career", "level", "place", "industry", "source__publisher"]
    list_filter = [("career", admin.RelatedOnlyFieldListFilter), "currency", "pay_period", "rank", BY_SOURCE]
    list_select_related = ("career", "level", "place", "industry", "source")
    search_fields = [*StatementAdmin.search_fields, "career__title", "level__title", "place__name", "=place__code"]
    grid = ("as_printed", "median", "mean", "low", "high", "converted_low", "converted_high")
    grid_ordering = ("career__title", "source", "level__position", "place__name", "pk")
    tables = {
        "Pay by level": {"level__isnull": False},
        "Pay by place": {"level__isnull": True, "place__isnull": False},
    }
    guide_fields = ("as_printed", "level", "place", "currency", "pay_period", "low", "median", "high")
    autocomplete_fields = ["about", "career", "level", "place", "industry", "source"]
    fieldsets = [
        ("For whom", {"fields": ["career", ("about", "group"), "level", "place", "industry", "population"]}),
        AS_PRINTED,
        (
            "Pay",
            {
                "fields": [
                    ("currency", "pay_period"),
                    ("median", "mean"),
                    ("low", "high"),
                    ("p10", "p25", "p75", "p90"),
                    "amount",
                ]
            },
        ),
        (
            "As the source itself converts it",
            {"fields": [("converted_currency", "converted_low", "converted_high")]},
        ),
        WHEN,
        STANDING,
        PROVENANCE,
    ]

    @admin.display(description="read as")
    def read_as(self, salary: Salary) -> str:
        return "; ".join(f"{figure.measure_text} {figure.value_text}" for figure in salary.figures())

    def named_in_table(self, salary: Salary) -> str:
        """Rung or career, place, industry, population and currency."""
        unit = f"{salary.currency} {salary.get_pay_period_display()}"
        parts = (salary.level or salary.career, salary.place, salary.industry, salary.population, unit)
        return ", ".join(str(part) for part in parts if part)
