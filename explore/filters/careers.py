from django.db.models import QuerySet

from careers.models import Career, Field, Occupation, Skill
from education.models import Credential, Path
from explore.filters.base import Filters
from explore.filters.kinds import Amount, Count, Ordering, Reference, Words

SCHOOLING = (Credential.Kind.DIPLOMA, Credential.Kind.CERTIFICATE, Credential.Kind.DEGREE)
CREDENTIALS = "requirements__credentials__slug"


class CareerFilter(Filters):
    """Pay and growth need a queryset annotated by `Yardstick.careers`."""

    q = Words(method="titled", label="Words in a title", help_text="Words in the title or in another name for it.")
    field = Reference("field__slug", rows=Field.objects.all(), label="Field of work", help_text="Fields of work.")
    education = Reference(
        CREDENTIALS,
        rows=Credential.objects.filter(kind__in=SCHOOLING),
        many=True,
        label="Schooling that a guide names",
        help_text="Diplomas, certificates and degrees that a guide names.",
    )
    credential = Reference(
        CREDENTIALS, rows=Credential.objects.all(), many=True, help_text="Credentials of any kind that a guide names."
    )
    skill = Reference(
        "skills__skill__slug", rows=Skill.objects.all(), many=True, help_text="Skills or tools that a guide names."
    )
    occupation = Reference(
        "occupations__code",
        rows=Occupation.objects.all(),
        by="code",
        many=True,
        help_text="Codes of occupations that the career is tied to.",
    )
    months_max = Count(
        method="ready_within", label="Ready within months", help_text="A way in takes at most so many months."
    )
    median_min = Amount(
        "median", lookup_expr="gte", label="Median pay from", help_text="The record’s median a year, in dollars, from."
    )
    median_max = Amount("median", lookup_expr="lte", label="to", help_text="The record’s median a year, up to.")
    growth_min = Amount(
        "growth", lookup_expr="gte", lowest=-100, label="Growth from", help_text="Projected growth in percent, from."
    )
    growth_max = Amount(
        "growth", lookup_expr="lte", lowest=-100, label="to", help_text="Projected growth in percent, up to."
    )
    ordering = Ordering(fields={"title": "title", "median": "median", "growth": "growth"}, label="Sorted by")

    class Meta:
        model = Career
        fields: list[str] = []

    def titled(self, careers: QuerySet[Career], name: str, words: str) -> QuerySet[Career]:
        return careers.filter(pk__in=Career.objects.titled(words).order_by().values("pk"))

    def ready_within(self, careers: QuerySet[Career], name: str, months: int) -> QuerySet[Career]:
        return careers.filter(pk__in=Path.objects.filter(months_max__lte=months).order_by().values("career"))
