from careers.models import Occupation, Outlook
from explore.filters.kinds import Choices, Count, Ordering, Reference, YesNo, bounds
from explore.filters.statements import StatementFilters
from facts.models import Release

YEARS = {"lowest": 1900, "highest": 2200}


class OutlookFilter(StatementFilters):
    """What is said of the number of jobs to come, by whom it is about, its window, and how much."""

    occupation = Reference(
        "occupation__code", rows=Occupation.objects.all(), by="code", help_text="Codes of occupations: 29-2072."
    )
    scheme = Choices("occupation__scheme", words=Occupation.Scheme.choices, help_text="Classifications.")
    release = Reference("release__slug", rows=Release.objects.ready(), help_text="Releases: 2024-34.")
    projected = YesNo(help_text="Whether it is a projection rather than something measured.")
    growth_percent_min, growth_percent_max = bounds("growth_percent", "Growth in per cent", lowest=-100)
    openings_per_year_min, openings_per_year_max = bounds("openings_per_year", "Openings a year")
    start_year_min, start_year_max = bounds("start_year", "First year of the window", Count, **YEARS)
    end_year_min, end_year_max = bounds("end_year", "Last year of the window", Count, **YEARS)
    ordering = Ordering(
        fields={
            name: name for name in ("growth_percent", "openings_per_year", "employment_start", "start_year", "end_year")
        }
    )

    class Meta:
        model = Outlook
        fields: list[str] = []
