from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import PageAddress, absolute
from api.serializers.figures import FigureSerializer
from careers.models import Occupation


class OccupationNameSerializer(Name):
    """A coded occupation by name."""

    class Meta:
        model = Occupation
        fields = ("scheme", "code", "title")


@extend_schema_field({"type": "string", "format": "uri"})
class OccupationAddress(serializers.Field):
    """Schemes may share a code."""

    def to_representation(self, occupation: Occupation) -> str:
        path = reverse("api:occupation", args=[occupation.code])
        return absolute(f"{path}?scheme={occupation.scheme}", self.context)


class OccupationSerializer(ListItemSerializer):
    """A coded group of jobs that statistics count."""

    optional = ("record", "headline")

    url = OccupationAddress(source="*")
    page = PageAddress()
    parent = OccupationNameSerializer(allow_null=True, help_text="The wider group it is in.")
    record = FigureSerializer(many=True, help_text="Its figures in the newest wage release and the newest projection.")

    headline = FigureSerializer(
        allow_null=True, help_text="Its median pay: by the year, or by the hour where only that is published."
    )

    class Meta:
        model = Occupation
        fields = ("scheme", "code", "title", "url", "page", "level", "definition", "parent", "record", "headline")
