from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.skills import SkillSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from careers.models import Skill
from explore.filters.skills import SkillFilter


class Skills(ListView):
    """Skills and tools that sources name, each once for all careers."""

    noun = "skills"
    serializer = SkillSerializer
    filters = SkillFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Skill]:
        return Skill.objects.order_by("kind", "name", "pk")


class OneSkill(ItemView):
    """One skill or tool."""

    noun = "skill"
    serializer = SkillSerializer
    of = Skills
    address = {"slug": "slug"}

    def find(self, values: dict, slug: str) -> Skill:
        return Skill.objects.get(slug=slug)
