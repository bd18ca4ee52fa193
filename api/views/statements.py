from collections.abc import Mapping
from functools import cache

from django.db.models import Model, QuerySet

from api.paging import KeysetPages, NumberedPages
from api.serializers.statements import serializer_of_kind
from api.views.items import ItemView
from api.views.lists import ListViewWithWords
from explore.filters.statements import filters_of
from facts.kinds import StatementKind


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
            raise self.kind.model.DoesNotExist
        return match


@cache
def list_of(kind: StatementKind) -> type[StatementList]:
    members = {
        "__doc__": kind.about,
        "kind": kind,
        "noun": kind.slug,
        "serializer": serializer_of_kind(kind),
        "filters": filters_of(kind),
        "paging": KeysetPages() if kind.is_long else NumberedPages(),
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


def _camel(slug: str) -> str:
    return slug.title().replace("-", "")
