from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import classproperty
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.careers import FieldSerializer
from api.serializers.fields import Address, PageAddress, absolute
from api.serializers.guide_parts import (
    AlternateTitleSerializer,
    EmployerSerializer,
    MoveSerializer,
    OccupationMatchSerializer,
    OrganisationSerializer,
    PointSerializer,
    QuestionSerializer,
    RelatedCareerSerializer,
    ResponsibilitySerializer,
    SectionSerializer,
    StepSerializer,
    ToolkitEntrySerializer,
    VariantSerializer,
)
from api.serializers.ladders import LadderSerializer
from api.serializers.requirements import RequirementSerializer
from api.serializers.skills import CareerSkillSerializer
from api.serializers.sources import SourceNameSerializer
from api.serializers.statements import serializer_of_kind
from facts.kinds import StatementKind, career_kinds

ADDRESS = {"type": "string", "format": "uri"}


def linked_kinds() -> list[StatementKind]:
    """Kinds that a guide links to, and embeds only by `include`."""
    return [kind for kind in career_kinds() if not kind.is_in_every_guide]


LINKS = {
    "type": "object",
    "properties": {kind.name: ADDRESS for kind in linked_kinds()},
    "required": [kind.name for kind in linked_kinds()],
    "additionalProperties": False,
}


@extend_schema_field(LINKS)
class Links(serializers.Field):
    def to_representation(self, slug: str) -> dict:
        query = urlencode({"career": slug})
        return {kind.name: absolute(f"{reverse(f'api:{kind.slug}')}?{query}", self.context) for kind in linked_kinds()}


class GuideSerializer(Chosen, serializers.Serializer):
    """A career with everything its page shows; salaries, outlooks and paths as links, or by `include`."""

    @classproperty
    def optional(cls) -> tuple[str, ...]:  # noqa: N805
        return tuple(kind.name for kind in linked_kinds())

    def get_fields(self) -> dict[str, serializers.Field]:
        self._declared_fields = type(self)._declared_fields | {
            kind.name: serializer_of_kind(kind)(many=True) for kind in career_kinds()
        }
        return super().get_fields()

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
    variants = VariantSerializer(many=True, help_text="Kinds of the job.")
    skills = CareerSkillSerializer(many=True)
    tools = CareerSkillSerializer(many=True)
    ladders = LadderSerializer(many=True)
    moves = MoveSerializer(many=True, help_text="Steps from job to job.")
    steps = StepSerializer(many=True)
    requirements = RequirementSerializer(many=True)
    employers = EmployerSerializer(many=True)
    organisations = OrganisationSerializer(many=True)
    pros = PointSerializer(many=True)
    cons = PointSerializer(many=True)
    questions = QuestionSerializer(many=True)
    related = RelatedCareerSerializer(many=True)
    toolkit = ToolkitEntrySerializer(many=True)
    sources = SourceNameSerializer(many=True, help_text="Every source of what stands here.")
    links = Links(source="career.slug", help_text="Where its salaries, outlooks and paths are listed.")
