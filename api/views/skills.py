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

    def rows(self, params):
        return Skill.objects.order_by("kind", "name", "pk")


class OneSkill(ItemView):
    """One skill or tool."""

    noun = "skill"
    serializer = SkillSerializer
    of = Skills
    address = {"slug": "slug"}

    def find(self, values, slug):
        return Skill.objects.get(slug=slug)
