"""What every kind of statement is narrowed by."""

from careers.models import Career
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Day, Reference, Words, bounds
from facts.models import Source, Statement


class StatementFilters(Filters):
    """Statements by career, source, rank, whom the source credits, and the time they speak of."""

    career = Reference("career__slug", rows=Career.objects.all(), help_text="Careers that it is about.")
    source = Reference("source__slug", rows=Source.objects.all(), help_text="Sources that it is taken from.")
    rank = Choices(words=Statement.Rank.choices, help_text="How the editors rank it.")
    attributed_to = Words(lookup_expr="iexact", help_text="Whom the source itself credits, as it writes the name.")
    reference_start_min, reference_start_max = bounds("reference_start", "First day that the source measured", Day)
    reference_end_min, reference_end_max = bounds("reference_end", "Last day that the source measured", Day)
