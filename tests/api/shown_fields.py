"""Which fields of models the API and the download show, read from their serializers."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from rest_framework import serializers

from api.export.tables import tables
from api.left_out import ANYWHERE, FIELDS, MODELS
from api.urls import v1

OURS = ("facts", "ingest", "editorial", "money", "careers", "salaries", "education", "explore")


def our_models() -> list[type[models.Model]]:
    """Every model of ours but those that keep history."""
    return [model for app in OURS for model in apps.get_app_config(app).get_models() if not _keeps_history(model)]


def named(model: type[models.Model]) -> list[str]:
    """The model's fields by their whole names: "salaries.salary.median"."""
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return [f"{model._meta.label_lower}.{field.name}" for field in fields]


def unaccounted() -> list[str]:
    """The fields that no door shows and no list of what is left out names."""
    shown = shown_fields()
    kept = (name for model in our_models() if model._meta.label_lower not in MODELS for name in named(model))
    return [name for name in kept if not (name in shown or name in FIELDS or name.rpartition(".")[2] in ANYWHERE)]


def shown_fields() -> set[str]:
    """The fields that some serializer of a list, a row or a table shows."""
    serializers_ = {table.serializer for table in tables()} | {view.serializer for view in _views(v1.urlpatterns)}
    return {name for serializer in serializers_ for name in _shown(serializer(), None)}


def _keeps_history(model) -> bool:
    return hasattr(model, "history_date") or model._meta.model_name.startswith("historical")


def _views(patterns) -> Iterator:
    views = (getattr(pattern.callback, "view_class", None) or pattern.callback.cls for pattern in patterns)
    return (view for view in views if getattr(view, "serializer", None))


def _shown(serializer, model) -> Iterator[str]:
    model = getattr(getattr(serializer, "Meta", None), "model", None) or model
    for field in serializer.fields.values():
        path = [] if field.source == "*" else field.source.split(".")
        yield from _on_the_way(model, path)
        child = field.child if isinstance(field, serializers.ListSerializer) else field
        if isinstance(child, serializers.BaseSerializer):
            yield from _shown(child, None if path else model)


def _on_the_way(model, path) -> Iterator[str]:
    """The fields that lead from a row to what is shown; a part that is called as a model is leads on from there."""
    by_name = {each._meta.model_name: each for each in our_models()}
    for name in path:
        field = _field(model, name)
        if field is not None:
            yield f"{model._meta.label_lower}.{name}"
        model = field.related_model if field is not None else by_name.get(name)


def _field(model, name):
    fields = model._meta.get_fields() if model else ()
    return next((field for field in fields if field.name == name), None)
