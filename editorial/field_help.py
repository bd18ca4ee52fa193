"""What each field of the desk's forms is for, as the models say it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.db import models
from django.utils.text import capfirst

from facts.models import Curated


@dataclass(frozen=True)
class FieldHelp:
    anchor: str
    label: str
    words: str


@dataclass(frozen=True)
class RowHelp:
    anchor: str
    title: str
    fields: tuple[FieldHelp, ...]


def help_with_fields(site: AdminSite) -> list[RowHelp]:
    """Of every kind of row that editors keep, by its name."""
    kept = [model for model in site._registry if issubclass(model, Curated)]
    found = [RowHelp(_name(model), str(capfirst(model._meta.verbose_name_plural)), _fields(model)) for model in kept]
    return sorted(found, key=lambda row: row.title)


def _fields(model: type[models.Model]) -> tuple[FieldHelp, ...]:
    return tuple(_told(model))


def _told(model: Any) -> Iterator[FieldHelp]:
    for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
        if field.editable and field.help_text:
            yield FieldHelp(f"{_name(model)}-{field.name}", str(capfirst(field.verbose_name)), str(field.help_text))


def _name(model: type[models.Model]) -> str:
    return str(model._meta.model_name)
