from rest_framework import serializers

from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import PageAddress
from api.serializers.sources import SourceNameSerializer
from facts.models import Release


class ReleaseNameSerializer(Name):
    """The release of a statistical source that a figure is from."""

    class Meta:
        model = Release
        fields = ("slug", "label", "period_start", "period_end")


class ReleaseSerializer(ListItemSerializer):
    """One vintage of a statistical source; a withdrawn one says why."""

    page = PageAddress()
    source = SourceNameSerializer()
    is_current = serializers.BooleanField(
        help_text="Whether it is the newest here of its kind, and the next one is not due yet."
    )

    class Meta:
        model = Release
        fields = (
            "slug",
            "label",
            "page",
            "source",
            "period_start",
            "period_end",
            "published_on",
            "next_due",
            "is_current",
            "sha256",
            "state",
            "withdrawn_because",
            "note",
        )
