from rest_framework import serializers

from api.serializers.base import ListItemSerializer
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.releases import ReleaseNameSerializer
from api.serializers.sources import SourceNameSerializer
from careers.models import Correspondence


class CorrespondenceSerializer(ListItemSerializer):
    """That two classifications' occupations count some of the same jobs."""

    occupation = OccupationNameSerializer(help_text="Of the classification that is looked up: ISCO-08.")
    counterpart = OccupationNameSerializer(help_text="Of the other classification: SOC 2010.")
    release = ReleaseNameSerializer()
    source = SourceNameSerializer(source="release.source", help_text="Who says so.")
    attribution = serializers.CharField(source="release.credit", help_text="The line to show with it.")

    class Meta:
        model = Correspondence
        fields = ("occupation", "counterpart", "in_part", "release", "source", "attribution")
