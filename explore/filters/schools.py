from django.db.models import Q, QuerySet

from education.models import School, SchoolOffer
from education.states import STATES
from explore.filters.base import Filters
from explore.filters.kinds import Amount, Choices, Ordering, Words


class SchoolFilter(Filters):
    q = Words(method="named", label="Words in a name or city", help_text="Words in the name or the city.")
    state = Choices(words=STATES, label="State", help_text="States and territories as the post writes them: CA,TX.")
    control = Choices(words=School.Control.choices, label="Type", help_text="Who runs it.")
    level = Choices(words=School.Level.choices, label="Longest programs", help_text="How long they are.")
    award = Choices(
        method="awarding", words=SchoolOffer.AWARDS, label="Award", help_text="Schools that offer any of these awards."
    )
    distance = Choices(words=SchoolOffer.Distance.choices, label="Online", help_text="What is taught online.")
    tuition_min = Amount(
        "in_state", lookup_expr="gte", label="Tuition from", help_text="A year in the school’s own state, US dollars."
    )
    tuition_max = Amount(
        "in_state", lookup_expr="lte", label="to", help_text="A year in the school’s own state, US dollars, up to."
    )
    ordering = Ordering(
        fields={"name": "name", "state": "state", "tuition": "in_state", "tuition_out_of_state": "out_of_state"},
        label="Sorted by",
    )

    class Meta:
        model = School
        fields: list[str] = []

    def named(self, schools: QuerySet[School], name: str, words: str) -> QuerySet[School]:
        return schools.filter(Q(name__icontains=words) | Q(city__icontains=words))

    def awarding(self, schools: QuerySet[School], name: str, awards: list[str]) -> QuerySet[School]:
        return schools.filter(Q(*(Q(awards__contains=f"|{award}|") for award in awards), _connector=Q.OR))
