from careers.models import Career
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Day, Ordering, Reference, Words, bounds
from facts.models import Correction


class CorrectionFilter(Filters):
    career = Reference("career_slug", rows=Career.objects.all(), label="Career", help_text="Careers of the figures.")
    statement = Words("statement", label="Figure", help_text="The key of a statement.")
    kind = Choices(words=Correction.Kind.choices, label="Kind", help_text="Wrong here, or revised by the source.")
    published_min, published_max = bounds("edition__published_at__date", "Day on which it became public (UTC)", Day)
    ordering = Ordering(fields={"edition": "edition__number"})

    class Meta:
        model = Correction
        fields: list[str] = []
