from education.models import TimeToEntry
from explore.filters.kinds import Count, Ordering
from explore.filters.statements import StatementFilters


class TimeToEntryFilter(StatementFilters):
    """How long it takes from a starting point to a first job, by career and length."""

    months_min = Count(lookup_expr="gte", help_text="It takes at least so many months.")
    months_max = Count(lookup_expr="lte", help_text="It takes at most so many months.")
    ordering = Ordering(
        fields={"career": "career__title", "months_min": "months_min", "months_max": "months_max"},
    )

    class Meta:
        model = TimeToEntry
        fields: list[str] = []
