from collections.abc import Iterator, Sequence

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.db.models import prefetch_related_objects


def collected_with(rows: Sequence[models.Model]) -> NestedObjects:
    collector = NestedObjects(using=router.db_for_write(type(rows[0])), origin=rows)
    collector.collect(rows)
    return collector


def removed_with(rows: Sequence[models.Model]) -> Iterator[models.Model]:
    if not rows:
        return
    for model, found in collected_with(rows).data.items():
        if not model._meta.auto_created:
            yield from _with_relations(model, sorted(found, key=lambda row: row.pk))


def _with_relations(model: type[models.Model], rows: list[models.Model]) -> list[models.Model]:
    # A row's name and career are read from the rows it refers to: one query a relation, not one a row.
    relations = [field.name for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    prefetch_related_objects(rows, *relations)
    return rows
