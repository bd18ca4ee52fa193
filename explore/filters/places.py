from explore.filters.base import Filters
from explore.filters.kinds import Choices, Ordering, Reference, Words
from facts.models import Place


class PlaceFilter(Filters):
    q = Words("name", lookup_expr="icontains", help_text="Words in the name.")
    kind = Choices(words=Place.Kind.choices, help_text="Kinds of place.")
    parent = Reference("parent__code", rows=Place.objects.all(), by="code", help_text="Places that they lie in.")
    ordering = Ordering(fields={"name": "name", "code": "code"})

    class Meta:
        model = Place
        fields: list[str] = []
