from collections.abc import Iterator
from typing import Any, Self, cast

from django.db import models
from django.db.models.query import ModelIterable

from facts.models.industry import Industry
from facts.models.place import Place
from facts.models.released import Released, ReleasedQuerySet


class ReleaseName(Released):
    """`name_of` is the field that leads to the row."""

    name_of: str
    name = models.CharField(max_length=250, help_text="What the release calls it.")

    class Meta(Released.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name


def name_once(field: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        name=f"{field}_name_once_per_release",
        fields=["release", field],
        violation_error_message="The release names this already.",
    )


class PlaceName(ReleaseName):
    """Metropolitan areas change names with their extent."""

    name_of = "place"
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="release_names", help_text="The place that it names."
    )

    class Meta(ReleaseName.Meta):
        constraints = [name_once("place")]


class IndustryName(ReleaseName):
    """Classification versions give one code several names."""

    name_of = "industry"
    industry = models.ForeignKey(
        Industry, on_delete=models.CASCADE, related_name="release_names", help_text="The industry that it names."
    )

    class Meta(ReleaseName.Meta):
        constraints = [name_once("industry")]


def names_model(model: type[models.Model]) -> type[ReleaseName] | None:
    relations = (relation for relation in model._meta.related_objects if relation.name == "release_names")
    return next((cast(type[ReleaseName], relation.related_model) for relation in relations), None)


class NamedByReleaseQuerySet(ReleasedQuerySet):
    def named_by_release(self, *fields: str) -> Self:
        rows = self.select_related(*fields).annotate(**{_annotation(name): self._name(name) for name in fields})
        rows._iterable_class = _NamedRows
        return rows

    def _name(self, field: str) -> models.Subquery:
        shared = cast(type[models.Model], self.model._meta.get_field(field).related_model)
        names = cast(type[ReleaseName], names_model(shared))
        same = {"release": models.OuterRef("release"), names.name_of: models.OuterRef(field)}
        return models.Subquery(names.objects.filter(**same).values("name")[:1])


class _NamedRows(ModelIterable):
    def __iter__(self) -> Iterator[Any]:
        names = release_names(self.queryset)
        for row in super().__iter__():
            for field, annotation in names.items():
                rename(getattr(row, field), getattr(row, annotation))
            yield row


_SUFFIX = "_release_name"


def _annotation(field: str) -> str:
    return field + _SUFFIX


def release_names(rows: models.QuerySet) -> dict[str, str]:
    """Fields of rows that are named by release, each with the annotation that holds the name."""
    annotations = (name for name in rows.query.annotations if name.endswith(_SUFFIX))
    return {name.removesuffix(_SUFFIX): name for name in annotations}


def rename(shared: Any, name: str | None) -> None:
    if shared is not None and name:
        setattr(shared, shared.name_field, name)
