from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.fields import Number
from api.serializers.occupations import OccupationNameSerializer


class RankingSerializer(serializers.Serializer):
    """A measure of a study that orders jobs."""

    source = serializers.CharField(source="study.source", help_text="The study’s source.")
    measure = serializers.CharField(source="measure.code", help_text="The measure, as the study calls it.")
    variant = serializers.CharField(source="measure.variant", help_text="Who rated, or which side it is about.")
    title = serializers.CharField(source="name", help_text="The measure with its study, in words.")
    looks_at = serializers.CharField(source="measure.looks_at", help_text="What it looks at.")


class PartingSerializer(serializers.Serializer):
    """A job that two measures rank differently."""

    job = OccupationNameSerializer(help_text="The job.")
    first = Number(help_text="Its percentile by the first measure, among the jobs that both rate.")
    second = Number(help_text="Its percentile by the second measure.")
    gap = Number(help_text="How far apart, in percentile points.")


class RankDisagreementSerializer(Chosen, serializers.Serializer):
    """Two measures that order the same jobs, with the jobs that differ most. Our calculation."""

    key = serializers.CharField(help_text="The two measures, joined by “+”.")
    first = RankingSerializer(help_text="The first measure.")
    second = RankingSerializer(help_text="The second measure.")
    jobs = serializers.IntegerField(help_text="How many jobs both rate.")
    correlation = Number(allow_null=True, help_text="Spearman’s rank correlation; null where one rates all alike.")
    sentence = serializers.CharField(help_text="How alike they order the jobs, in words.")
    why = serializers.CharField(help_text="Why they may differ.")
    widest = PartingSerializer(many=True, help_text="The ten jobs where they part most, the widest first.")
