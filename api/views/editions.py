from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.editions import EditionSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.base import Filters
from explore.filters.editions import EditionFilter
from facts.models import Edition


class Editions(ListView):
    """What the public saw, numbered: every publishing act makes the next edition."""

    noun = "editions"
    serializer = EditionSerializer
    filters = EditionFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Edition]:
        return Edition.objects.newest_first()

    def select(self, filters: Filters) -> QuerySet[Edition]:
        return filters.qs.prefetch_related("changes") if "include" in filters.asked else filters.qs


class OneEdition(ItemView):
    """One edition."""

    noun = "edition"
    serializer = EditionSerializer
    of = Editions
    address = {"number": "number"}

    def find(self, values: dict, number: str) -> Edition:
        return Edition.objects.prefetch_related("changes").get(number=number)
