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
            "sha256",
            "state",
            "withdrawn_because",
            "note",
        )
