"""What the documentation's examples ask for: rows that are there, so that every example gives something."""

from dataclasses import dataclass

from careers.models import Rung
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class Sample:
    """A career with a ladder, and a release with the code of an occupation that it has a wage for."""

    career: str = "medical-records-administrator"
    release: str = "may-2024"
    occupation: str = "29-2072"


def sample() -> Sample:
    """Rows of this edition; the names that our guides have, where there is none yet. Two queries."""
    career = Rung.objects.order_by("pk").values_list("ladder__career__slug", flat=True).first()
    wages = Wage.objects.published().national().order_by("-release__period_end", "occupation__code", "pk")
    wage = wages.values_list("release__slug", "occupation__code").first()
    known = Sample()
    return Sample(career or known.career, *(wage or (known.release, known.occupation)))
