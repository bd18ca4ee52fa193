from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import Address, PageAddress
from careers.models import Career, Field


class CareerNameSerializer(Name):
    """A career by name."""

    class Meta:
        model = Career
        fields = ("slug", "title")


class FieldSerializer(Name):
    """A field of work."""

    class Meta:
        model = Field
        fields = ("slug", "name")


class CareerSerializer(ListItemSerializer):
    """A title that people use for their work."""

    url = Address("api:career", "slug")
    page = PageAddress()
    field = FieldSerializer()

    class Meta:
        model = Career
        fields = ("slug", "url", "page", "title", "summary", "field")
