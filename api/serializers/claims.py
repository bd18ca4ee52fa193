from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Inner
from api.serializers.fact_checks import CheckedOccupationSerializer, PartCheckSerializer
from api.serializers.fields import absolute, path_of
from api.serializers.figures import FigureSerializer, NamedSerializer
from careers.models import OccupationMatch
from explore.claims import Claim
from explore.fact_check_verdict import FactCheckVerdict


@extend_schema_field({"type": "string", "format": "uri"})
class ClaimPage(serializers.Field):
    def to_representation(self, claim: Claim) -> str:
        return absolute(f"{path_of('fact-checks')}?claim={claim.anchor}", self.context)


class ClaimGroupSerializer(serializers.Serializer):
    """An occupation group the career is tied to, and how."""

    occupation = CheckedOccupationSerializer()
    match = serializers.ChoiceField(OccupationMatch.Match.choices)
    is_counted = serializers.BooleanField(help_text="Whether the career is counted in it; others are only near.")


class ClaimSerializer(Inner, serializers.Serializer):
    """A figure a guide credits to an official publisher, with its verdict."""

    inner = "claim"

    key = serializers.CharField(help_text="The address of the claim’s figure, or its requirement’s key.")
    page = ClaimPage(source="*", help_text="Where it stands for good.")
    verdict = serializers.ChoiceField(FactCheckVerdict.choices, help_text="That of its worst part that was checked.")
    sentence = serializers.CharField(help_text="The finding in words, part by part.")
    subject = NamedSerializer(help_text="The career that it is about.")
    source = NamedSerializer(help_text="The guide that makes it.")
    publisher = serializers.CharField(help_text="Who publishes the guide.")
    locator = serializers.CharField(help_text="Where in the guide.")
    attributed_to = serializers.CharField(help_text="Whom the guide credits; blank for nobody.")
    quantity = serializers.CharField(help_text="What it is about: pay, growth, openings, education.")
    text = serializers.CharField(help_text="What it claims.")
    needs = serializers.CharField(help_text="What it would take to check it; empty where it could be checked.")
    parts = PartCheckSerializer(many=True, help_text="The claim part by part.")
    groups = ClaimGroupSerializer(source="matches", many=True, help_text="The groups that the career is tied to.")
    figure = FigureSerializer(allow_null=True, help_text="Its figure; null for a claim about education.")
    official = FigureSerializer(allow_null=True, help_text="The figure of the record that decides it.")
