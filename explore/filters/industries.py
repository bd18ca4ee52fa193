from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Words
from facts.models import Industry


class IndustryFilter(Filters):
    q = Words("name", lookup_expr="icontains", help_text="Words in the name.")
    scheme = Choices(words=Industry.Scheme.choices, help_text="Where the code comes from.")
    ordering = Ordering(fields={"name": "name", "code": "code"})

    class Meta:
        model = Industry
        fields: list[str] = []
