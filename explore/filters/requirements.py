from careers.models import Career
from education.models import Credential, Requirement
from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Reference
from facts.models import Source


class RequirementFilter(Filters):
    career = Reference("career__slug", rows=Career.objects.all(), help_text="Careers that it is about.")
    source = Reference("source__slug", rows=Source.objects.all(), help_text="Sources that it is taken from.")
    credential = Reference(
        "credentials__slug", rows=Credential.objects.all(), many=True, help_text="Credentials that meet it."
    )
    strength = Choices(words=Requirement.Strength.choices, help_text="How firmly it is asked for.")
    ordering = Ordering(fields={"career": "career__title", "position": "position", "label": "label"})

    class Meta:
        model = Requirement
        fields: list[str] = []
