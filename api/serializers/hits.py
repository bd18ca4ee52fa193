from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.fields import PageAddress, absolute
from explore.search.entry import As, SearchKind, Target


@extend_schema_field({"type": "string", "format": "uri"})
class HitAddress(serializers.Field):
    def to_representation(self, target: Target) -> str:
        path = reverse(f"api:{target.kind}", args=[target.code])
        return absolute(f"{path}?scheme={target.scheme}" if target.scheme else path, self.context)


class HitSerializer(Chosen, serializers.Serializer):
    """A career or occupation found, and the matching title."""

    kind = serializers.ChoiceField([kind.value for kind in SearchKind], help_text="What was found.")
    code = serializers.CharField(source="target.code", help_text="The career’s slug, or the occupation’s code.")
    scheme = serializers.CharField(source="target.scheme", help_text="The occupation’s scheme; empty for a career.")
    name = serializers.CharField(source="target.name", help_text="What it is called.")
    url = HitAddress(source="target")
    page = PageAddress(source="target.url")
    title = serializers.CharField(help_text="The title that matched.")
    stands_as = serializers.ChoiceField([each.value for each in As], help_text="What that title is to it.")
    score = serializers.FloatField(help_text="From 0 to 1; orders the hits of one answer and compares nothing else.")
