from careers.models import Occupation
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Count, Ordering, Reference, bounds
from facts.models import Industry, Place, Release
from salaries.models import Wage
from salaries.models.wage import PAY_FIELDS


class WageFilter(Filters):
    """The record's wages, by release, occupation, place, industry, and how much."""

    release = Reference("release__slug", rows=Release.objects.ready(), help_text="Releases: may-2024.")
    occupation = Reference(
        "occupation__code", rows=Occupation.objects.all(), by="code", help_text="Codes of occupations: 29-2072."
    )
    scheme = Choices("occupation__scheme", words=Occupation.Scheme.choices, help_text="Classifications.")
    level = Choices("occupation__level", words=Occupation.Level.choices, help_text="How fine the groups are.")
    place = Reference("place__code", rows=Place.objects.all(), by="code", help_text="Places: US.")
    industry = Reference(
        "industry__code", rows=Industry.objects.all(), by="code", help_text="Industries; 000000 for all together."
    )
    employment_min, employment_max = bounds("employment", "Jobs counted", Count)
    annual_mean_min, annual_mean_max = bounds("annual_mean", "Mean a year")
    annual_p10_min, annual_p10_max = bounds("annual_p10", "10th percentile a year")
    annual_p25_min, annual_p25_max = bounds("annual_p25", "25th percentile a year")
    annual_median_min, annual_median_max = bounds("annual_median", "Median a year")
    annual_p75_min, annual_p75_max = bounds("annual_p75", "75th percentile a year")
    annual_p90_min, annual_p90_max = bounds("annual_p90", "90th percentile a year")
    hourly_mean_min, hourly_mean_max = bounds("hourly_mean", "Mean an hour")
    hourly_p10_min, hourly_p10_max = bounds("hourly_p10", "10th percentile an hour")
    hourly_p25_min, hourly_p25_max = bounds("hourly_p25", "25th percentile an hour")
    hourly_median_min, hourly_median_max = bounds("hourly_median", "Median an hour")
    hourly_p75_min, hourly_p75_max = bounds("hourly_p75", "75th percentile an hour")
    hourly_p90_min, hourly_p90_max = bounds("hourly_p90", "90th percentile an hour")
    ordering = Ordering(fields={name: name for name in ("employment", *PAY_FIELDS)})

    class Meta:
        model = Wage
        fields: list[str] = []
