from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import Address
from facts.models import Industry


class IndustryNameSerializer(Name):
    """The industry that a row is for."""

    class Meta:
        model = Industry
        fields = ("code", "name")


class IndustrySerializer(ListItemSerializer):
    """A kind of business that figures are for."""

    url = Address("api:industry", "code")

    class Meta:
        model = Industry
        fields = ("code", "url", "name", "scheme")
