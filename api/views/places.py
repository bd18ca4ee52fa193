from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.places import PlaceSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.places import PlaceFilter
from facts.models import Place


class Places(ListView):
    """Countries, states and areas that figures are for."""

    noun = "places"
    serializer = PlaceSerializer
    filters = PlaceFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Place]:
        return Place.objects.select_related("parent").order_by("name", "pk")


class OnePlace(ItemView):
    """One place."""

    noun = "place"
    serializer = PlaceSerializer
    of = Places
    address = {"code": "code"}

    def find(self, values: dict, code: str) -> Place:
        return Place.objects.select_related("parent").get(code=code)
