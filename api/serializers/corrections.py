from rest_framework import serializers

from api.serializers.base import ListItemSerializer
from api.serializers.fields import Address
from facts.models import Correction


class CorrectionSerializer(ListItemSerializer):
    """A published figure that changed since an edition."""

    url = Address("api:correction", "pk", stand_in="987654321")
    edition = serializers.IntegerField(source="edition.number", help_text="The edition that changed it.")
    published_at = serializers.DateTimeField(source="edition.published_at", help_text="When it became public (UTC).")
    reason = serializers.CharField(source="edition.reason", help_text="Why, in the edition’s words.")

    class Meta:
        model = Correction
        fields = (
            "url",
            "edition",
            "published_at",
            "statement",
            "field",
            "title",
            "career_slug",
            "before",
            "after",
            "kind",
            "reason",
            "cause",
        )
