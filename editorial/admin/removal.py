"""What goes when a row goes."""

from collections.abc import Iterator

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.db.models import prefetch_related_objects


def removed_with(rows: list) -> Iterator[models.Model]:
    """`rows` of one model and all rows that the database removes with them, ready to be named."""
    if not rows:
        return
    collector = NestedObjects(using=router.db_for_write(type(rows[0])), origin=rows)
    collector.collect(rows)
    for model, found in collector.data.items():
        if not model._meta.auto_created:
            yield from _with_relations(model, sorted(found, key=lambda row: row.pk))


def _with_relations(model, rows):
    # A row's name and career are read from the rows it refers to: one query a relation, not one a row.
    relations = [field.name for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    prefetch_related_objects(rows, *relations)
    return rows
