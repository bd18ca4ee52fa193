from api.serializers.outlooks import OutlookSerializer
from api.views.items import Item
from api.views.lists import ListWithWords
from careers.models import Outlook
from explore.filters.outlooks import OutlookFilter


class Outlooks(ListWithWords):
    """How the number of jobs is said to change: guides' words for careers, the record's projections for occupations."""

    noun = "outlooks"
    serializer = OutlookSerializer
    filters = OutlookFilter

    def rows(self, given):
        """Every outlook that readers may see."""
        return Outlook.objects.published().order_by("pk")


class OneOutlook(Item):
    """How the number of jobs is said to change, by one source."""

    noun = "outlook"
    serializer = OutlookSerializer
    of = Outlooks
    address = {"key": "key"}

    def find(self, asked, key):
        """The outlook with the key."""
        return Outlook.objects.published().with_words().get(key=key)
