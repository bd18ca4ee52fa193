from rest_framework import serializers

from api.serializers.base import ListItemSerializer, RowSerializer
from api.serializers.fields import Address, PageAddress
from facts.models import Change, Edition


class DifferenceSerializer(serializers.Serializer):
    """One field of a row that changed."""

    field = serializers.CharField(help_text="The field.")
    name = serializers.CharField(help_text="The field, as people call it.")
    before = serializers.CharField(help_text="What it said before, in words.")
    after = serializers.CharField(help_text="What it says since.")


class ChangeSerializer(RowSerializer):
    """One row that an edition created, changed or removed."""

    differences = DifferenceSerializer(
        many=True, help_text="Each field that says something else; of a removed row, what it said."
    )

    class Meta:
        model = Change
        fields = ("kind", "model", "key", "title", "career_slug", "rows", "differences")


class EditionSerializer(ListItemSerializer):
    """A numbered edition; every publishing act makes the next one."""

    optional = ("changes",)

    url = Address("api:edition", "number", stand_in="987654321")
    page = PageAddress()
    changes = ChangeSerializer(many=True, help_text="Every row that it created, changed or removed.")

    class Meta:
        model = Edition
        fields = ("number", "url", "page", "published_at", "act", "reason", "changes")
