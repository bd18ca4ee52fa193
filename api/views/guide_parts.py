from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db.models import Model, QuerySet

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

    model: type[Model]
    related: tuple[str, ...]

    def rows(self, params: Mapping[str, str]) -> QuerySet:
        return self.model._default_manager.select_related(*self.related).order_by("pk")


@cache
def list_of_part(name: str) -> type[GuidePartList]:
    """Raises KeyError."""
    serializer = PARTS[name]
    model: Any = serializer.Meta.model
    members = {
        "__doc__": serializer.__doc__,
        "noun": name,
        "model": model,
        "serializer": with_career(serializer),
        "filters": filters_of_part(model),
        "related": tuple(field.name for field in model._meta.concrete_fields if field.is_relation),
    }
    return type(f"{model.__name__}List", (GuidePartList,), members)
