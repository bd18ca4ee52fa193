from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Words
from facts.models import Source


class SourceFilter(Filters):
    q = Words("title", lookup_expr="icontains", help_text="Words in the title.")
    publisher = Words(lookup_expr="icontains", help_text="Words in the publisher’s name.")
    kind = Choices(words=Source.Kind.choices, help_text="Kinds of source.")
    ordering = Ordering(fields={"publisher": "publisher", "title": "title", "retrieved_on": "retrieved_on"})

    class Meta:
        model = Source
        fields: list[str] = []
