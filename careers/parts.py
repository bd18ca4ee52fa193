"""Every kind of row in a guide, from any app."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from facts.models import Sourced

#: Where a row that belongs to a career says which.
OWNERS = ("career", "ladder__career", "path__career")


def guide_parts() -> Iterator[tuple[type[Sourced], str]]:
    """Each model with its lookup to the career."""
    for model in apps.get_models():
        if issubclass(model, Sourced) and (owner := _owner_of(model)):
            yield model, owner


def _owner_of(model: type[models.Model]) -> str:
    names = {field.name for field in model._meta.concrete_fields}
    return next((owner for owner in OWNERS if owner.partition("__")[0] in names), "")
