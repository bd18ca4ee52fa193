"""Seeing the whole: one search over everything on the desk, and what uses a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.db import models
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from simple_history.models import HistoricalChanges

MOST_OF_A_KIND = 8
SHORTEST = 2


@dataclass(frozen=True)
class FoundRows:
    """Rows of one kind: the first of them, and where all are listed."""

    kind: str
    rows: list[tuple[str, str]]
    more: bool
    address: str


def search_desk(site: AdminSite, request: HttpRequest, words: str) -> list[FoundRows]:
    """What may be seen and holds the words; one query a kind. The record’s own rows are searched in their lists."""
    if len(words) < SHORTEST:
        return []
    found = (_search(model, model_admin, request, words) for model, model_admin in site._registry.items())
    return [rows for rows in found if rows]


def _search(model: Any, model_admin: Any, request: HttpRequest, words: str) -> FoundRows | None:
    is_searched = model_admin.get_search_fields(request) and getattr(model_admin, "is_counted", True)
    if not is_searched or not model_admin.has_view_permission(request):
        return None
    found, is_doubled = model_admin.get_search_results(request, model_admin.get_queryset(request), words)
    if related := model_admin.list_select_related:
        found = found.select_related(*related) if isinstance(related, list | tuple) else found.select_related()
    first = list((found.distinct() if is_doubled else found)[: MOST_OF_A_KIND + 1])
    if not first:
        return None
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist", query={"q": words})
    return _found(model, first, url)


def uses_of(row: models.Model) -> Iterator[FoundRows]:
    """The rows that refer to it, by kind; one query each."""
    relations: list[Any] = row._meta.get_fields(include_hidden=True)
    for relation in relations:
        if _is_use(relation):
            model, name = relation.related_model, relation.field.name
            first = list(_with_names(model._base_manager.filter(**{name: row.pk}).distinct())[: MOST_OF_A_KIND + 1])
            if first:
                yield _found(model, first, _list_of(model, name, row))


def _is_use(relation: Any) -> bool:
    is_reverse = relation.auto_created and not relation.concrete and relation.is_relation
    if not is_reverse or relation.related_model is None:
        return False
    model = relation.related_model
    return not (model._meta.auto_created or issubclass(model, HistoricalChanges))


def _with_names(rows: models.QuerySet) -> models.QuerySet:
    """What rows are called is read from the rows they refer to."""
    fields = rows.model._meta.concrete_fields
    return rows.select_related(*(field.name for field in fields if isinstance(field, models.ForeignKey)))


def _found(model: Any, first: list, address: str) -> FoundRows:
    rows = [(str(row), _address_of(row)) for row in first[:MOST_OF_A_KIND]]
    return FoundRows(capfirst(model._meta.verbose_name_plural), rows, len(first) > MOST_OF_A_KIND, address)


def _address_of(row: models.Model) -> str:
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""


def _list_of(model: Any, field: str, row: models.Model) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    try:
        return reverse(name, query={f"{field}__{row._meta.pk.name}__exact": row.pk})
    except NoReverseMatch:
        return ""
