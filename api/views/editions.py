from api.serializers.editions import EditionSerializer
from api.views.items import Item
from api.views.lists import List
from explore.filters.editions import EditionFilter
from facts.models import Edition


class Editions(List):
    """What the public saw, numbered: every publishing act made the next one."""

    noun = "editions"
    serializer = EditionSerializer
    filters = EditionFilter

    def rows(self, given):
        """Every edition, the latest first."""
        return Edition.objects.newest_first()

    def select(self, asked):
        """The editions asked for, with their changes where those are wanted."""
        return asked.qs.prefetch_related("changes") if "include" in asked.asked else asked.qs


class OneEdition(Item):
    """One edition."""

    noun = "edition"
    serializer = EditionSerializer
    of = Editions
    address = {"number": "number"}

    def find(self, asked, number):
        """The edition with the number."""
        return Edition.objects.prefetch_related("changes").get(number=number)
