from careers.models import Career, Skill
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Reference, Words


class SkillFilter(Filters):
    q = Words("name", lookup_expr="icontains", help_text="Words in the name.")
    kind = Choices(words=Skill.Kind.choices, help_text="Technical, personal, or a tool.")
    career = Reference(
        "uses__career__slug", rows=Career.objects.all(), many=True, help_text="Careers that it is named for."
    )
    ordering = Ordering(fields={"name": "name", "kind": "kind"})

    class Meta:
        model = Skill
        fields: list[str] = []
