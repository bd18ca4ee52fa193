from collections.abc import Mapping
from functools import cache

from django.db.models import Model, QuerySet

from api.errors import Gone, withdrawn
from api.paging import KeysetPages, NumberedPages
from api.serializers.statements import serializer_of_kind
from api.views.items import ItemView
from api.views.lists import ListViewWithWords
from explore.filters.statements import filters_of
from facts.kinds import StatementKind
from facts.models import Release


class StatementList(ListViewWithWords):
    """The rows of one kind of statement."""

    kind: StatementKind

    def rows(self, params: Mapping[str, str]) -> QuerySet:
        return self.kind.rows()


class OneStatement(ItemView):
    """One row of a kind of statement."""

    kind: StatementKind

    def find(self, values: dict, **address: str) -> Model:
        parts = {column: address[part] for part, column in self.kind.address.items()}
        try:
            match = self.kind.rows().with_words().filter(**parts).order_by(*self.kind.preferred).first()
        except ValueError as no_number:
            raise self.kind.model.DoesNotExist from no_number
        if match is None:
            raise self._withdrawn(parts) or self.kind.model.DoesNotExist
        return match

    def _withdrawn(self, parts: dict) -> Gone | None:
        """A row of the record goes with its release, and is kept."""
        if "release" not in _fields(self.kind.model):
            return None
        rows = self.kind.model._base_manager.select_related("release__source")
        row = rows.filter(**parts, release__state=Release.State.WITHDRAWN).first()
        return withdrawn(row.release) if row else None


@cache
def list_of(kind: StatementKind) -> type[StatementList]:
    members = {
        "__doc__": kind.about,
        "kind": kind,
        "noun": kind.slug,
        "serializer": serializer_of_kind(kind),
        "filters": filters_of(kind),
        "paging": KeysetPages(kind.ordering) if kind.is_long else NumberedPages(),
    }
    return type(_camel(kind.slug), (StatementList,), members)


@cache
def item_of(kind: StatementKind) -> type[OneStatement]:
    members = {
        "__doc__": kind.about_one,
        "kind": kind,
        "noun": str(kind.model._meta.verbose_name),
        "serializer": serializer_of_kind(kind),
        "of": list_of(kind),
        "address": dict(kind.address),
    }
    return type(f"One{_camel(kind.one)}", (OneStatement,), members)


def _fields(model: type[Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def _camel(slug: str) -> str:
    return slug.title().replace("-", "")
