from dataclasses import dataclass

from careers.models import Rung
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class ExampleRows:
    career: str = "medical-records-administrator"
    release: str = "may-2024"
    occupation: str = "29-2072"


def sample() -> ExampleRows:
    """Two queries."""
    career = Rung.objects.order_by("pk").values_list("ladder__career__slug", flat=True).first()
    wages = Wage.objects.published().national().order_by("-release__period_end", "occupation__code", "pk")
    wage = wages.values_list("release__slug", "occupation__code").first()
    known = ExampleRows()
    return ExampleRows(career or known.career, *(wage or (known.release, known.occupation)))
