from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Inner
from api.serializers.fields import Number, absolute, path_of
from api.serializers.figures import FigureSerializer, NamedSerializer
from careers.models import OccupationMatch
from explore.claim_parts import ClaimPart
from explore.fact_check_verdict import FactCheckVerdict
from explore.fact_checks import FactCheck


@extend_schema_field({"type": "string", "format": "uri"})
class CheckPage(serializers.Field):
    def to_representation(self, check: FactCheck) -> str:
        return absolute(f"{path_of('fact-checks')}?claim={check.claim_anchor}#{check.anchor}", self.context)


class CheckedOccupationSerializer(serializers.Serializer):
    """The occupation whose official figures are compared."""

    code = serializers.CharField()
    name = serializers.CharField(source="title")


class PartCheckSerializer(serializers.Serializer):
    """One part of a claim: number, wording, time, industry or education."""

    part = serializers.ChoiceField(ClaimPart.choices)
    verdict = serializers.ChoiceField(FactCheckVerdict.choices)
    sentence = serializers.CharField(source="message.text", help_text="The finding in words.")


class FactCheckSerializer(Inner, serializers.Serializer):
    """A guide's claim compared with the official figures of one occupation."""

    inner = "fact_check"

    key = serializers.CharField(help_text="The claim’s address, “@”, and the occupation’s code.")
    page = CheckPage(source="*", help_text="Where it stands for good.")
    verdict = serializers.ChoiceField(
        FactCheckVerdict.choices, help_text="What the record makes of the claim; near for a group it is not counted in."
    )
    sentence = serializers.CharField(help_text="The finding in words.")
    parts = PartCheckSerializer(many=True, help_text="The claim part by part; the verdict is the worst of them.")
    subject = NamedSerializer(source="claim.subject", help_text="The career that the claim is about.")
    occupation = CheckedOccupationSerializer(source="match.occupation", help_text="Whose record it meets.")
    match = serializers.ChoiceField(
        OccupationMatch.Match.choices,
        source="match.match",
        help_text="How the career’s title stands to the occupation.",
    )
    difference = Number(allow_null=True, help_text="The claim less the official figure; null where there is none.")
    needs = serializers.CharField(help_text="The release that it would take; empty where it could be checked.")
    claim = FigureSerializer(help_text="What the guide says.")
    official = FigureSerializer(allow_null=True, help_text="The record’s answer to the same question.")
    nearest = FigureSerializer(
        allow_null=True,
        help_text="The nearest figure of the same jobs, of any release.",
    )
