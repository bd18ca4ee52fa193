"""What is done with a career beside editing it; each leaves an address behind that leads to the right page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Max

from careers.models import Career, FormerSlug
from facts.actions import Publication
from facts.models.curated import Curated

Part = tuple[Curated, models.ForeignObject]


@dataclass
class Merge:
    """What has moved, and what went since the other career has it already or cannot take it, by name."""

    moved: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def rename(career: Career, slug: str, *, publication: Publication) -> Career:
    """Raises ValidationError for an address that is no slug or is taken."""
    if slug == career.slug:
        raise ValidationError({"slug": "That is its address already."})
    _free(slug, career, publication)
    former, career.slug = career.slug, slug
    career.full_clean()
    career.save()
    publication.changed(career)
    _lead(former, career, publication)
    return career


def merge(career: Career, into: Career, *, publication: Publication) -> Merge:
    """Give everything of one career to another and remove the first. Raises ValidationError for one and the same."""
    if career == into:
        raise ValidationError("A career is not merged into itself.")
    done = Merge()
    for row, relation in list(_parts_of(career)):
        _give(row, relation, into, publication, done)
    slug = career.slug
    publication.removed(career)
    career.delete()
    _lead(slug, into, publication)
    return done


def _free(slug: str, career: Career, publication: Publication) -> None:
    """An earlier address of the career’s own may be its address again."""
    standing = FormerSlug.objects.filter(slug=slug).first()
    if standing is None:
        return
    if standing.career_id != career.pk:
        raise ValidationError({"slug": f"That address leads to “{standing.career}”."})
    publication.removed(standing)
    standing.delete()


def _lead(slug: str, career: Career, publication: Publication) -> None:
    former = FormerSlug(slug=slug, career=career)
    former.full_clean()
    former.save()
    publication.created(former)


def _parts_of(career: Career) -> Iterator[Part]:
    for relation in Career._meta.related_objects:
        if relation.one_to_many and issubclass(relation.related_model, Curated):
            for row in relation.related_model._default_manager.filter(**{relation.field.name: career}).order_by("pk"):
                yield row, relation.field


def _give(row: Curated, relation: models.ForeignObject, into: Career, publication: Publication, done: Merge) -> None:
    fresh = type(row)._default_manager.filter(pk=row.pk).first()  # it may name the career twice
    if fresh is None:
        return
    setattr(fresh, relation.name, into)
    if relation.name == "career" and hasattr(fresh, "position"):
        fresh.position += _last_position(type(row), into)
    try:
        with transaction.atomic():
            fresh.full_clean()
            fresh.save()
    except (ValidationError, IntegrityError):
        publication.removed(row)
        row.delete()
        done.dropped.append(str(row))
    else:
        publication.changed(fresh)
        done.moved.append(str(fresh))


def _last_position(model: type[models.Model], career: Career) -> int:
    rows = model._default_manager.filter(career=career)
    return rows.aggregate(last=Max("position"))["last"] or 0
