from explore.filters.kinds import Choices, Currency, Numbers, Ordering, Reference, YesNo, bounds
from explore.filters.statements import StatementFilters
from facts.measures import PayPeriod
from facts.models import Industry, Place
from salaries.models import Salary
from salaries.models.salary import AMOUNTS


class SalaryFilter(StatementFilters):
    """What guides say of pay, by whom it is for, where, in which unit, and how much."""

    level = Numbers("level__position", lowest=1, help_text="Positions on the ladder, 1 for the lowest.")
    has_level = YesNo(method="by_level", help_text="Whether it is for one rung of the ladder only.")
    place = Reference("place__code", rows=Place.objects.all(), by="code", help_text="Places that it is for.")
    industry = Reference("industry__code", rows=Industry.objects.all(), by="code", help_text="Industries it is for.")
    currency = Currency(help_text="Currency in ISO 4217: USD.")
    pay_period = Choices(words=PayPeriod.choices, help_text="What the pay is for.")
    low_min, low_max = bounds("low", "Low end of the range")
    high_min, high_max = bounds("high", "High end of the range")
    mean_min, mean_max = bounds("mean", "Mean")
    p10_min, p10_max = bounds("p10", "10th percentile")
    p25_min, p25_max = bounds("p25", "25th percentile")
    median_min, median_max = bounds("median", "Median")
    p75_min, p75_max = bounds("p75", "75th percentile")
    p90_min, p90_max = bounds("p90", "90th percentile")
    ordering = Ordering(
        fields={"career": "career__title", "level": "level__position", "place": "place__name"}
        | {name: name for name in (*AMOUNTS, "reference_start")}
    )

    class Meta:
        model = Salary
        fields: list[str] = []

    def by_level(self, salaries, name, wanted):
        """Salaries for one rung each, or those for all rungs together."""
        return salaries.filter(level__isnull=not wanted)
