from collections.abc import Sequence

from api.errors import BadRequest
from api.pinning import edition_numbered
from api.serializers.net_changes import NetChangeSerializer
from api.views.lists import ListView
from careers.models import Career
from explore.filters.base import Filters
from explore.filters.kinds import Count, Reference, Words
from explore.filters.problems import Problem
from explore.net_changes import NetChange, TooManyChanges, net_changes


class ChangesFilter(Filters):
    after = Count(required=True, lowest=1, help_text="The earlier edition: what it had is what changes are told from.")
    until = Count(required=True, lowest=1, help_text="The later edition.")
    career = Reference("career_slug", rows=Career.objects.all(), help_text="A career: its own rows only.")
    model = Words(help_text="A kind of row: “salaries.salary”.")


class ChangesBetween(ListView):
    """What differs between two editions, row by row, with what each field said before and says since."""

    noun = "changes"
    no_editions = "Name two editions instead: after=5&until=8."
    serializer = NetChangeSerializer
    filters = ChangesFilter

    def select(self, filters: Filters) -> Sequence[NetChange]:
        """Raises BadRequest, and NotFound for an edition to come."""
        asked = filters.asked
        after, until = asked["after"], asked["until"]
        edition_numbered(until)
        if after > until:
            raise BadRequest([Problem("until", "below_lowest", "The later edition comes before the earlier one.")])
        (career,) = asked.get("career") or [""]
        try:
            return net_changes(after, until, career=career, model=asked.get("model", ""))
        except TooManyChanges as error:
            raise BadRequest([Problem("after", "too_many_changes", str(error))]) from None
