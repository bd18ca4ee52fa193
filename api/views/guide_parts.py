from functools import cache

from api.serializers.base import RowSerializer
from api.serializers.guide_parts import EmployerSerializer, MoveSerializer, VariantSerializer, with_career
from api.views.lists import ListView
from explore.filters.guide_parts import filters_of_part

PARTS: dict[str, type[RowSerializer]] = {
    "variants": VariantSerializer,
    "moves": MoveSerializer,
    "employers": EmployerSerializer,
}
"""Lists of guides that have an address of their own; all others stand in their careers."""


class GuidePartList(ListView):
    """The rows of one list of all guides."""

    related: tuple[str, ...]

    def rows(self, params):
        return self.serializer.Meta.model.objects.select_related(*self.related).order_by("pk")


@cache
def list_of_part(name: str) -> type[GuidePartList]:
    """Raises KeyError."""
    serializer = PARTS[name]
    model = serializer.Meta.model
    members = {
        "__doc__": serializer.__doc__,
        "noun": name,
        "serializer": with_career(serializer),
        "filters": filters_of_part(model),
        "related": tuple(field.name for field in model._meta.concrete_fields if field.is_relation),
    }
    return type(f"{model.__name__}List", (GuidePartList,), members)
