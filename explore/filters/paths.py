from education.models import Credential, Path
from explore.filters.kinds import Amount, Count, Currency, Ordering, Reference
from explore.filters.statements import StatementFilters


class PathFilter(StatementFilters):
    """Ways into careers, by what one has at the end, how long they take and what they cost."""

    credential = Reference(
        "credentials__slug", rows=Credential.objects.all(), many=True, help_text="Credentials one has at the end."
    )
    currency = Currency(help_text="Currency of the cost in ISO 4217: USD.")
    months_min = Count(lookup_expr="gte", help_text="It takes at least so many months.")
    months_max = Count(lookup_expr="lte", help_text="It takes at most so many months.")
    cost_min = Amount("cost_low", lookup_expr="gte", help_text="It costs at least so much.")
    cost_max = Amount("cost_high", lookup_expr="lte", help_text="It costs at most so much.")
    ordering = Ordering(
        fields={"career": "career__title"}
        | {name: name for name in ("name", "months_min", "months_max", "cost_low", "cost_high")}
    )

    class Meta:
        model = Path
        fields: list[str] = []
