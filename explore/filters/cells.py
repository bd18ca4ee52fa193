from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Reference, Words
from facts.models import Place, Release
from salaries.models import Wage

FIGURES = {
    "employment": "employment",
    "employment_rse": "employment_rse",
    "p10": "annual_p10",
    "p25": "annual_p25",
    "median": "annual_median",
    "p75": "annual_p75",
    "p90": "annual_p90",
    "mean": "annual_mean",
    "wage_rse": "wage_rse",
}
"""What cells are sorted by, and the column that holds it."""


class CellFilter(Filters):
    release = Reference(
        "release__slug", rows=Release.objects.ready(), most=1, label="Release", help_text="The release to read."
    )


class PlaceCellFilter(CellFilter):
    q = Words("place__name", lookup_expr="icontains", label="Words in a name", help_text="Words in a place’s name.")
    kind = Choices("place__kind", words=Place.Kind.choices, label="Kind of place", help_text="Kinds of place.")
    ordering = Ordering(fields={"name": "place__name", **FIGURES}, label="Sorted by")

    class Meta:
        model = Wage
        fields: list[str] = []


class IndustryCellFilter(CellFilter):
    q = Words(
        "industry__name", lookup_expr="icontains", label="Words in a name", help_text="Words in an industry’s name."
    )
    ordering = Ordering(fields={"name": "industry__name", **FIGURES}, label="Sorted by")

    class Meta:
        model = Wage
        fields: list[str] = []
