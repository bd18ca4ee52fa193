from careers.models import Career
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Day, Ordering, Reference, bounds
from facts.models import Edition


class EditionFilter(Filters):
    act = Choices(words=Edition.Act.choices, help_text="How it was made.")
    career = Reference(
        "changes__career_slug", rows=Career.objects.all(), many=True, help_text="Careers of which it changed something."
    )
    published_min, published_max = bounds("published_at__date", "Day on which it became public (UTC)", Day)
    ordering = Ordering(fields={"number": "number", "published_at": "published_at"})

    class Meta:
        model = Edition
        fields: list[str] = []
