from functools import cache

from careers.models import Career
from careers.models.guide_part import GuidePart
from explore.filters.base import Filters
from explore.filters.kinds import Ordering, Reference
from facts.models import Source


@cache
def filters_of_part(model: type[GuidePart]) -> type[Filters]:
    """By career and source."""
    members = {
        "career": Reference("career__slug", rows=Career.objects.all(), help_text="Careers that it is about."),
        "source": Reference("source__slug", rows=Source.objects.all(), help_text="Sources that it is taken from."),
        "ordering": Ordering(fields={"career": "career__title", "position": "position"}),
        "Meta": type("Meta", (), {"model": model, "fields": []}),
    }
    return type(f"{model.__name__}Filter", (Filters,), members)
