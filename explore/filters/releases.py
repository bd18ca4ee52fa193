from explore.filters.base import Filters
from explore.filters.kinds import Choices, Day, Ordering, Reference, bounds
from facts.models import Release, Source

PUBLIC = [(state.value, str(state.label)) for state in (Release.State.READY, Release.State.WITHDRAWN)]


class ReleaseFilter(Filters):
    source = Reference("source__slug", rows=Source.objects.all(), help_text="Sources that they are releases of.")
    state = Choices(words=PUBLIC, help_text="Ready for readers, or withdrawn.")
    period_start_min, period_start_max = bounds("period_start", "First day measured", Day)
    period_end_min, period_end_max = bounds("period_end", "Last day measured", Day)
    ordering = Ordering(
        fields={"slug": "slug", "period_end": "period_end", "published_on": "published_on", "next_due": "next_due"},
    )

    class Meta:
        model = Release
        fields: list[str] = []
