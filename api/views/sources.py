from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.sources import SourceSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.sources import SourceFilter
from facts.models import Source


class Sources(ListView):
    """The documents and data sets that everything here is from."""

    noun = "sources"
    serializer = SourceSerializer
    filters = SourceFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Source]:
        return Source.objects.order_by("publisher", "title", "pk")


class OneSource(ItemView):
    """One source."""

    noun = "source"
    serializer = SourceSerializer
    of = Sources
    address = {"slug": "slug"}

    def find(self, values: dict, slug: str) -> Source:
        return Source.objects.get(slug=slug)
