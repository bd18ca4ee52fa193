from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import Address
from facts.models import Place


class PlaceNameSerializer(Name):
    """The place that a row is for."""

    class Meta:
        model = Place
        fields = ("code", "name")


class PlaceSerializer(ListItemSerializer):
    """A country, state or area that figures are for."""

    url = Address("api:place", "code")
    parent = PlaceNameSerializer(allow_null=True)

    class Meta:
        model = Place
        fields = ("code", "url", "name", "kind", "parent")
