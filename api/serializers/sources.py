from rest_framework import serializers

from api.serializers.base import ListItemSerializer, Name
from api.serializers.fields import Address, PageAddress
from facts.models import Source


class SourceNameSerializer(Name):
    """The document or data set that a row is from."""

    class Meta:
        model = Source
        fields = ("slug", "publisher", "title", "url")


class SourceSerializer(ListItemSerializer):
    """A document or data set that figures are from.

    `url` is where it was published; `self` is this row's address.
    """

    self = Address("api:source", "slug")
    page = PageAddress()
    is_official = serializers.BooleanField(help_text="Whether its figures are the record rather than a claim.")

    class Meta:
        model = Source
        fields = (
            "slug",
            "publisher",
            "title",
            "url",
            "self",
            "page",
            "kind",
            "is_official",
            "licence",
            "licence_url",
            "attribution",
            "frequency",
            "retrieved_on",
            "note",
        )
