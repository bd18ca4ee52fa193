from api.serializers.base import Chosen, RowSerializer
from api.serializers.careers import CareerNameSerializer
from api.serializers.industries import IndustryNameSerializer
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.sources import SourceNameSerializer
from careers.models import (
    AlternateTitle,
    Employer,
    Move,
    OccupationMatch,
    Organisation,
    Point,
    Question,
    RelatedCareer,
    Responsibility,
    Section,
    ToolkitEntry,
    Variant,
)
from education.models import Step

PROVENANCE = ("source", "locator")


class PartSerializer(RowSerializer):
    """A row of a guide. `Meta.fields` are the key, own fields and PROVENANCE."""

    source = SourceNameSerializer()


def with_career(serializer: type[RowSerializer]) -> type[RowSerializer]:
    """The serializer of a list of all careers: with the row's career after the key."""
    key, *others = serializer.Meta.fields
    meta = type("Meta", (), {"model": serializer.Meta.model, "fields": (key, "career", *others)})
    members = {"__doc__": serializer.__doc__, "career": CareerNameSerializer(), "Meta": meta}
    return type(f"Whole{serializer.__name__}", (Chosen, serializer), members)


class SectionSerializer(PartSerializer):
    """A text section of the guide, or an empty heading."""

    class Meta:
        model = Section
        fields = ("key", "kind", "heading", "body", "left_empty", *PROVENANCE)


class ResponsibilitySerializer(PartSerializer):
    """Something that people in the career do."""

    class Meta:
        model = Responsibility
        fields = ("key", "position", "label", "text", *PROVENANCE)


class AlternateTitleSerializer(PartSerializer):
    """Another name for the career that a source uses."""

    class Meta:
        model = AlternateTitle
        fields = ("key", "title", *PROVENANCE)


class OccupationMatchSerializer(PartSerializer):
    """A coded occupation that the career is tied to: how well, and why."""

    occupation = OccupationNameSerializer()

    class Meta:
        model = OccupationMatch
        fields = ("key", "occupation", "match", "reason", *PROVENANCE)


class EmployerSerializer(PartSerializer):
    """An industry as an employer of the career."""

    industry = IndustryNameSerializer()
    about = OccupationNameSerializer(allow_null=True, help_text="The occupation within the career that it is said of.")

    class Meta:
        model = Employer
        fields = (
            "key",
            "industry",
            "says",
            "share_percent",
            "as_printed",
            "about",
            "group",
            "reference_start",
            "reference_end",
            "attributed_to",
            "note",
            *PROVENANCE,
        )


class VariantSerializer(PartSerializer):
    """A kind of the job that a source describes."""

    class Meta:
        model = Variant
        fields = ("key", "position", "name", "text", *PROVENANCE)


class MoveSerializer(PartSerializer):
    """A step from one job to the next that a source names."""

    to_career = CareerNameSerializer(allow_null=True, help_text="The career that it leads to, if it has a guide here.")

    class Meta:
        model = Move
        fields = ("key", "position", "from_title", "to_title", "to_career", "takes", *PROVENANCE)


class OrganisationSerializer(PartSerializer):
    """An organization that a source names as a support."""

    class Meta:
        model = Organisation
        fields = ("key", "name", "abbreviation", "url", "serves", "offers", *PROVENANCE)


class PointSerializer(PartSerializer):
    """A pro or con of the career."""

    class Meta:
        model = Point
        fields = ("key", "position", "label", "text", *PROVENANCE)


class QuestionSerializer(PartSerializer):
    """A common question with the source's answer."""

    class Meta:
        model = Question
        fields = ("key", "position", "question", "answer", *PROVENANCE)


class RelatedCareerSerializer(PartSerializer):
    """A related career, and why."""

    related = CareerNameSerializer()

    class Meta:
        model = RelatedCareer
        fields = ("key", "related", "kind", "reason", *PROVENANCE)


class ToolkitEntrySerializer(PartSerializer):
    """A document for applicants or recruiters named by a source."""

    class Meta:
        model = ToolkitEntry
        fields = ("key", "kind", "title", "text", *PROVENANCE)


class StepSerializer(PartSerializer):
    """One step of how to become, in order."""

    class Meta:
        model = Step
        fields = ("key", "position", "title", "text", "months_min", "months_max", "as_printed", *PROVENANCE)
