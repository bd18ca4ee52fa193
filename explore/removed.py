"""What an address held that holds it no longer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from careers.models import Career, FormerSlug, Occupation
from careers.schemes import SchemeSlugs
from facts.models import Change, Edition, FrozenGuide
from facts.models.statement import statement_models

MOST_PARTS = 200


@dataclass(frozen=True)
class RemovedRow:
    """`document` is what the API last gave; `parts` went with it."""

    change: Change
    document: dict | None
    parts: list[Change]

    @property
    def edition(self) -> Edition:
        return self.change.edition

    @property
    def fields(self) -> list[dict[str, str]]:
        return self.change.differences


def find_removed(models: Iterable[type[models.Model]], keys: Iterable[str]) -> RemovedRow | None:
    """The last that was removed of these models and natural keys, none of which has a NUL."""
    labels = [model._meta.label_lower for model in models]
    possible = [key for key in keys if "\0" not in key]
    change = Change.objects.gone().filter(model__in=labels, key__in=possible).newest_first().first()
    return RemovedRow(change, _document(change), _parts(change)) if change else None


def removed_career(slug: str) -> RemovedRow | None:
    return find_removed([Career, FormerSlug], [slug])


def removed_occupation(code: str) -> RemovedRow | None:
    return find_removed([Occupation], [f"{scheme}/{code}" for scheme in SchemeSlugs()])


def removed_statement(key: str) -> RemovedRow | None:
    return find_removed(statement_models(), [key])


def moved_career(slug: str) -> Career | None:
    """The career that an earlier address leads to."""
    former = FormerSlug.objects.filter(slug=slug).select_related("career").first()
    return former.career if former else None


def _document(change: Change) -> dict | None:
    if change.model != Career._meta.label_lower:
        return change.document
    frozen = FrozenGuide.objects.as_of(change.key, change.edition.number - 1)
    return frozen.document if frozen else None


def _parts(change: Change) -> list[Change]:
    if change.model != Career._meta.label_lower:
        return []
    together = change.edition.changes.removals().filter(career_slug=change.key).exclude(pk=change.pk)
    return list(together.order_by("pk")[:MOST_PARTS])
