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

    def rows(self, params):
        return Place.objects.select_related("parent").order_by("name", "pk")


class OnePlace(ItemView):
    """One place."""

    noun = "place"
    serializer = PlaceSerializer
    of = Places
    address = {"code": "code"}

    def find(self, values, code):
        return Place.objects.select_related("parent").get(code=code)
