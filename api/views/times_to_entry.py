from api.serializers.times_to_entry import TimeToEntrySerializer
from api.views.items import Item
from api.views.lists import ListWithWords
from education.models import TimeToEntry
from explore.filters.times_to_entry import TimeToEntryFilter


class TimesToEntry(ListWithWords):
    """How long it takes from a starting point to being ready for a first job."""

    noun = "times-to-entry"
    serializer = TimeToEntrySerializer
    filters = TimeToEntryFilter

    def rows(self, given):
        """Every time to entry."""
        return TimeToEntry.objects.order_by("pk")


class OneTimeToEntry(Item):
    """How long it takes from one starting point, by one source."""

    noun = "time to entry"
    serializer = TimeToEntrySerializer
    of = TimesToEntry
    address = {"key": "key"}

    def find(self, asked, key):
        """The time to entry with the key."""
        return TimeToEntry.objects.with_words().get(key=key)
