"""Every row has its release, which has the license's credit line."""

from rest_framework import serializers

from api.serializers.base import RowSerializer
from api.serializers.fields import Marks, Number
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.releases import ReleaseNameSerializer
from api.serializers.sources import SourceNameSerializer
from careers.models import (
    CategoryShare,
    JobZone,
    OccupationJobZone,
    OccupationTitle,
    OccupationTool,
    Rating,
    RelatedOccupation,
    Task,
    TypicalEntry,
)

PROVENANCE = ("release", "source", "attribution")


class ReleasedRow(RowSerializer):
    """A row of a release, with its source and credit line."""

    release = ReleaseNameSerializer()
    source = SourceNameSerializer(source="release.source")
    attribution = serializers.CharField(source="release.credit", help_text="The line to show with it.")


class OccupationTitleSerializer(ReleasedRow):
    """A title that people use for the work."""

    class Meta:
        model = OccupationTitle
        fields = ("title", "short_title", "kind", "origins", *PROVENANCE)


class TaskSerializer(ReleasedRow):
    """Something that people in the occupation do."""

    class Meta:
        model = Task
        fields = ("number", "statement", "kind", "importance", "relevance", "n", "dated", "domain_source", *PROVENANCE)


class ElementRow(ReleasedRow):
    """A row about an element of the publisher's content model."""

    element = serializers.CharField(source="element_name", allow_null=True, help_text="“Reading Comprehension”.")


class InterestSerializer(ElementRow):
    """How well one of the six interests fits."""

    marks = serializers.SerializerMethodField(help_text="Why something is missing.")

    def get_marks(self, row: Rating) -> dict:
        return row.missing("n", "dated")

    class Meta:
        model = Rating
        fields = ("element_code", "element", "scale_code", "value", "marks", "n", "dated", "domain_source", *PROVENANCE)


class ScoredSkillSerializer(InterestSerializer):
    """A broad skill, scored from 1 to 5 in the projections."""


class RatedSerializer(serializers.Serializer):
    """A skill, knowledge area or ability: importance and level."""

    element_code = serializers.CharField(source="importance.element_code", help_text="“2.A.1.a”.")
    element = serializers.CharField(source="name", help_text="“Reading Comprehension”.")
    importance = Number(source="importance.value", help_text="From 1, not important, to 5, extremely important.")
    importance_text = serializers.CharField(source="in_words", help_text="The answer nearest to it.")
    standard_error = Number(source="importance.standard_error", allow_null=True, help_text="Of the importance.")
    marks = Marks(help_text="Why something is missing.")
    level = Number(source="level.value", default=None, allow_null=True, help_text="How much is needed, from 0 to 7.")
    n = serializers.IntegerField(source="importance.n", allow_null=True, help_text="How many people were asked.")
    dated = serializers.DateField(source="importance.dated", allow_null=True, help_text="Month of the last update.")
    domain_source = serializers.CharField(source="importance.domain_source", help_text="Who gave it.")
    release = ReleaseNameSerializer(source="importance.release")
    source = SourceNameSerializer(source="importance.release.source")
    attribution = serializers.CharField(source="importance.release.credit", help_text="The line to show with it.")


class ToolSerializer(ReleasedRow):
    """A tool or a technology that people work with."""

    class Meta:
        model = OccupationTool
        fields = ("name", "commodity_code", "commodity", "hot", "in_demand", *PROVENANCE)


class ShareSerializer(ElementRow):
    """The share of people surveyed who gave one answer."""

    answer = serializers.CharField(allow_null=True, help_text="The answer in the publisher’s words.")

    class Meta:
        model = CategoryShare
        fields = (
            "element_code",
            "element",
            "number",
            "answer",
            "percent",
            "standard_error",
            "n",
            "dated",
            "domain_source",
            *PROVENANCE,
        )


class ZoneSerializer(RowSerializer):
    """What a job zone means, in the publisher's words."""

    class Meta:
        model = JobZone
        fields = ("name", "experience", "education", "training", "examples", "svp_range")


class JobZoneSerializer(ReleasedRow):
    """How much preparation the occupation needs."""

    zone = ZoneSerializer(allow_null=True)

    class Meta:
        model = OccupationJobZone
        fields = ("number", "zone", "dated", "domain_source", *PROVENANCE)


class RelatedOccupationSerializer(ReleasedRow):
    """An occupation whose work is near."""

    occupation = OccupationNameSerializer(source="related")

    class Meta:
        model = RelatedOccupation
        fields = ("occupation", "tier", "position", *PROVENANCE)


class TypicalEntrySerializer(ReleasedRow):
    """What you typically need to enter the occupation."""

    class Meta:
        model = TypicalEntry
        fields = ("education", "experience", "training", *PROVENANCE)


class InheritedSerializer(serializers.Serializer):
    """Ratings of an occupation that this occupation came from, if it has none."""

    occupation = OccupationNameSerializer(source="described")
    skills = RatedSerializer(many=True)
    knowledge = RatedSerializer(many=True)
    abilities = RatedSerializer(many=True)
