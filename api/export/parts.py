from rest_framework import serializers

from api.serializers.base import RowSerializer
from api.serializers.careers import CareerNameSerializer
from api.serializers.editions import ChangeSerializer
from api.serializers.guide_parts import with_career
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.skills import CareerSkillSerializer
from api.serializers.sources import SourceNameSerializer
from careers.models import Crosswalk, Ladder, Point, Rung


class LadderRowSerializer(RowSerializer):
    """The career path that one source draws for a career."""

    career = CareerNameSerializer()
    source = SourceNameSerializer()

    class Meta:
        model = Ladder
        fields = ("key", "career", "note", "source", "locator")


class RungRowSerializer(RowSerializer):
    """One step of a career path."""

    career = CareerNameSerializer(source="ladder.career")
    source = SourceNameSerializer()

    class Meta:
        model = Rung
        fields = (
            "key",
            "career",
            "position",
            "title",
            "years_min",
            "years_max",
            "years_basis",
            "summary",
            "focus",
            "as_printed",
            "source",
            "locator",
        )


class PointRowSerializer(RowSerializer):
    """A pro or con of a career."""

    career = CareerNameSerializer()
    source = SourceNameSerializer()

    class Meta:
        model = Point
        fields = ("key", "career", "side", "position", "label", "text", "source", "locator")


class CrosswalkRowSerializer(RowSerializer):
    """Jobs of one scheme's occupation that moved to another scheme's."""

    from_occupation = OccupationNameSerializer()
    to_occupation = OccupationNameSerializer()
    source = SourceNameSerializer()

    class Meta:
        model = Crosswalk
        fields = ("key", "from_occupation", "to_occupation", "source", "locator")


CareerSkillRowSerializer = with_career(CareerSkillSerializer)


class ChangeRowSerializer(ChangeSerializer):
    """A row that an edition added, changed or removed, and what it said before and after."""

    edition = serializers.IntegerField(source="edition.number", help_text="The edition.")

    class Meta(ChangeSerializer.Meta):
        fields = ("edition", *ChangeSerializer.Meta.fields)
