from collections.abc import Collection

from django.db import models

from careers.parts import guide_parts


def careers_citing(model: type[models.Model], numbers: Collection[int]) -> set[str]:
    """Slugs of careers whose guides refer to these primary keys."""
    slugs: set[str] = set()
    for kind, owner in guide_parts():
        for field in _references(kind, model):
            cited = kind._base_manager.filter(**{f"{field.name}__in": numbers})
            slugs.update(cited.values_list(f"{owner}__slug", flat=True))
    return slugs - {None}


def _references(kind: type[models.Model], model: type[models.Model]) -> list[models.Field]:
    fields = (*kind._meta.concrete_fields, *kind._meta.many_to_many)
    return [field for field in fields if field.is_relation and field.related_model is model and field.name != "career"]
