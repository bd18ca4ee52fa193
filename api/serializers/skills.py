from api.serializers.base import ListItemSerializer, Name, RowSerializer
from api.serializers.fields import Address
from api.serializers.sources import SourceNameSerializer
from careers.models import CareerSkill, Skill


class SkillNameSerializer(Name):
    """A skill or tool by name."""

    class Meta:
        model = Skill
        fields = ("slug", "name", "kind")


class SkillSerializer(ListItemSerializer):
    """Something you can know or use, named once for all careers."""

    url = Address("api:skill", "slug")

    class Meta:
        model = Skill
        fields = ("slug", "url", "name", "kind")


class CareerSkillSerializer(RowSerializer):
    """A skill or tool that a source names for a career."""

    skill = SkillNameSerializer()
    source = SourceNameSerializer()

    class Meta:
        model = CareerSkill
        fields = ("key", "skill", "examples", "detail", "source", "locator")
