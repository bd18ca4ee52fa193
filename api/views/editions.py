from api.serializers.editions import EditionSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.editions import EditionFilter
from facts.models import Edition


class Editions(ListView):
    """What the public saw, numbered: every publishing act makes the next edition."""

    noun = "editions"
    serializer = EditionSerializer
    filters = EditionFilter

    def rows(self, params):
        return Edition.objects.newest_first()

    def select(self, filters):
        return filters.qs.prefetch_related("changes") if "include" in filters.asked else filters.qs


class OneEdition(ItemView):
    """One edition."""

    noun = "edition"
    serializer = EditionSerializer
    of = Editions
    address = {"number": "number"}

    def find(self, values, number):
        return Edition.objects.prefetch_related("changes").get(number=number)
