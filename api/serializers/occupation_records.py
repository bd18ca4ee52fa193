from rest_framework import serializers

from api.serializers.base import Chosen, RowSerializer
from api.serializers.careers import CareerNameSerializer
from api.serializers.fields import PageAddress
from api.serializers.figures import FigureSerializer
from api.serializers.occupation_profiles import (
    InheritedSerializer,
    InterestSerializer,
    JobZoneSerializer,
    OccupationTitleSerializer,
    RatedSerializer,
    RelatedOccupationSerializer,
    ScoredSkillSerializer,
    ShareSerializer,
    TaskSerializer,
    ToolSerializer,
    TypicalEntrySerializer,
)
from api.serializers.occupations import OccupationAddress, OccupationNameSerializer
from api.serializers.sources import SourceNameSerializer
from api.serializers.statements import serializer_of_kind
from careers.models import Crosswalk, Occupation, OccupationMatch, Outlook
from careers.schemes import SchemeChoices
from facts.kinds import kind_of
from salaries.models import Wage

OutlookSerializer = serializer_of_kind(kind_of(Outlook))
WageSerializer = serializer_of_kind(kind_of(Wage))


class TiedCareerSerializer(RowSerializer):
    """A career tied to the occupation: how well, and why."""

    career = CareerNameSerializer()
    source = SourceNameSerializer()

    class Meta:
        model = OccupationMatch
        fields = ("key", "career", "match", "reason", "source", "locator")


class PredecessorSerializer(RowSerializer):
    """An occupation of an older scheme whose jobs came here."""

    occupation = OccupationNameSerializer(source="from_occupation")
    source = SourceNameSerializer()

    class Meta:
        model = Crosswalk
        fields = ("key", "occupation", "source", "locator")


class SuccessorSerializer(PredecessorSerializer):
    """An occupation of a newer scheme to which the jobs went."""

    occupation = OccupationNameSerializer(source="to_occupation")


class OccupationRecordSerializer(Chosen, serializers.Serializer):
    """A coded group of jobs with its national wages and projections, newest first, and its careers.

    `include` adds what people do there, from the newest release with that part.
    """

    optional = (
        "titles",
        "tasks",
        "skills",
        "knowledge",
        "abilities",
        "inherited",
        "scored_skills",
        "technology",
        "tools",
        "education",
        "typical_entry",
        "job_zone",
        "interests",
        "related",
    )

    scheme = serializers.ChoiceField(SchemeChoices(), source="occupation.scheme", help_text="The scheme.")
    code = serializers.CharField(source="occupation.code", help_text="The code in that scheme.")
    title = serializers.CharField(source="occupation.title", help_text="The group’s official title.")
    url = OccupationAddress(source="occupation")
    page = PageAddress(source="occupation.get_absolute_url")
    level = serializers.ChoiceField(Occupation.Level.choices, source="occupation.level", help_text="How fine it is.")
    definition = serializers.CharField(source="occupation.definition", help_text="What belongs to it.")
    parent = OccupationNameSerializer(source="occupation.parent", allow_null=True, help_text="The wider group.")
    headline = FigureSerializer(
        allow_null=True, help_text="The newest median: by the year, or by the hour where only that is published."
    )
    wages = WageSerializer(many=True, help_text="Its wages in the whole country and all industries.")
    earlier_wages = WageSerializer(many=True, help_text="Those of the occupations that it came from.")
    outlooks = OutlookSerializer(many=True)
    careers = TiedCareerSerializer(many=True, source="matches")
    predecessors = PredecessorSerializer(many=True)
    successors = SuccessorSerializer(many=True)
    titles = OccupationTitleSerializer(many=True, source="work.titles", help_text="Titles that people use for it.")
    tasks = TaskSerializer(many=True, source="work.tasks", help_text="What people do, the core tasks first.")
    skills = RatedSerializer(many=True, source="work.skills", help_text="Skills, the most important first.")
    knowledge = RatedSerializer(many=True, source="work.knowledge", help_text="Knowledge, the most important first.")
    abilities = RatedSerializer(many=True, source="work.abilities", help_text="Abilities, the most important first.")
    inherited = InheritedSerializer(
        source="work.inherited", allow_null=True, help_text="Ratings of its predecessor, where it has no skills rated."
    )
    scored_skills = ScoredSkillSerializer(
        many=True, source="work.scored_skills", help_text="Broad skills that the projections score, the highest first."
    )
    technology = ToolSerializer(many=True, source="work.technology", help_text="Software and the like.")
    tools = ToolSerializer(many=True, source="work.tools", help_text="Tools, machines and equipment.")
    education = ShareSerializer(many=True, source="work.education", help_text="Shares by level of education required.")
    typical_entry = TypicalEntrySerializer(
        source="work.typical_entry", allow_null=True, help_text="What one typically needs to enter."
    )
    job_zone = JobZoneSerializer(source="work.job_zone", allow_null=True, help_text="How much preparation it needs.")
    interests = InterestSerializer(many=True, source="work.interests", help_text="Six interests, the best fit first.")
    related = RelatedOccupationSerializer(
        many=True, source="work.related", help_text="Occupations whose work is near, the nearest first."
    )
