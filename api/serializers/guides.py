from urllib.parse import urlencode

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.careers import FieldSerializer
from api.serializers.fields import Address, PageAddress, absolute
from api.serializers.guide_parts import (
    AlternateTitleSerializer,
    EmployerSerializer,
    OccupationMatchSerializer,
    OrganisationSerializer,
    PointSerializer,
    QuestionSerializer,
    RelatedCareerSerializer,
    ResponsibilitySerializer,
    SectionSerializer,
    StepSerializer,
    ToolkitEntrySerializer,
)
from api.serializers.ladders import LadderSerializer
from api.serializers.outlooks import OutlookSerializer
from api.serializers.paths import PathSerializer
from api.serializers.requirements import RequirementSerializer
from api.serializers.salaries import SalarySerializer
from api.serializers.skills import CareerSkillSerializer
from api.serializers.sources import SourceNameSerializer
from api.serializers.times_to_entry import TimeToEntrySerializer

LINKED = {"salaries": "api:salaries", "outlooks": "api:outlooks", "paths": "api:paths"}
ADDRESS = {"type": "string", "format": "uri"}
LINKS = {
    "type": "object",
    "properties": dict.fromkeys(LINKED, ADDRESS),
    "required": list(LINKED),
    "additionalProperties": False,
}


@extend_schema_field(LINKS)
class Links(serializers.Field):
    """Where the statements about a career are listed."""

    def to_representation(self, slug: str) -> dict:
        """An address for each kind of statement."""
        asked = urlencode({"career": slug})
        return {name: absolute(f"{reverse(route)}?{asked}", self.context) for name, route in LINKED.items()}


class GuideSerializer(Chosen, serializers.Serializer):
    """A career whole: everything that its page shows; salaries, outlooks and paths as links, or by `include`."""

    optional = ("salaries", "outlooks", "paths")

    slug = serializers.SlugField(source="career.slug", help_text="The name in addresses; never changed.")
    url = Address("api:career", "slug", source="career")
    page = PageAddress(source="career.get_absolute_url")
    title = serializers.CharField(source="career.title", help_text="As people say it.")
    summary = serializers.CharField(source="career.summary", help_text="What one does, in a sentence or two.")
    field = FieldSerializer(source="career.field")
    alternate_titles = AlternateTitleSerializer(many=True)
    occupations = OccupationMatchSerializer(many=True, source="matches")
    sections = SectionSerializer(many=True)
    responsibilities = ResponsibilitySerializer(many=True)
    skills = CareerSkillSerializer(many=True)
    tools = CareerSkillSerializer(many=True)
    ladders = LadderSerializer(many=True)
    steps = StepSerializer(many=True)
    requirements = RequirementSerializer(many=True)
    times_to_entry = TimeToEntrySerializer(many=True)
    employers = EmployerSerializer(many=True)
    organisations = OrganisationSerializer(many=True)
    pros = PointSerializer(many=True)
    cons = PointSerializer(many=True)
    questions = QuestionSerializer(many=True)
    related = RelatedCareerSerializer(many=True)
    toolkit = ToolkitEntrySerializer(many=True)
    sources = SourceNameSerializer(many=True, help_text="Every source of what stands here.")
    links = Links(source="career.slug", help_text="Where its salaries, outlooks and paths are listed.")
    salaries = SalarySerializer(many=True)
    outlooks = OutlookSerializer(many=True)
    paths = PathSerializer(many=True)
