from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import DatabaseError, models, transaction

from facts.models import Arriving, Release
from ingest.releases.throttle import give_way

DELETED_AT_ONCE = 10_000  # rows: over in a fraction of a second


def hidden_releases() -> models.QuerySet[Release]:
    return Release.objects.filter(state__in=[Release.State.IMPORTING, Release.State.REPLACED])


def sweep() -> None:
    """Delete what is hidden; only while no import runs."""
    for release in hidden_releases():
        discard(release)


def discard(release: Release) -> None:
    """Delete a hidden release with its rows and what came with it; a fault of the database is tried again once."""
    try:
        _discard(release)
    except DatabaseError:
        _discard(release)


def _discard(release: Release) -> None:
    for model in _owned_models():
        _delete_rows(model, release)
    with transaction.atomic():
        # Rows that refer to one another: the database looks at that only at the end.
        for model in arriving_models():
            _raw_delete(model.everything.filter(arriving_with=release))
        _raw_delete(Release.objects.filter(pk=release.pk))
    give_way()


def arriving_models() -> Iterator[type[Arriving]]:
    return (model for model in apps.get_models() if issubclass(model, Arriving))


def _owned_models() -> list[type[models.Model]]:
    owned = {relation.related_model for relation in Release._meta.related_objects if relation.field.name == "release"}
    return sorted(owned, key=lambda model: (_depth(model, owned), model._meta.label), reverse=True)


def _depth(model: Any, owned: Any) -> int:
    parents = {field.related_model for field in model._meta.concrete_fields if field.related_model in owned - {model}}
    return 1 + max((_depth(parent, owned) for parent in parents), default=0)


def _delete_rows(model: Any, release: Release) -> None:
    # All numbers are asked for at once: whoever asks for the next few goes over those that are gone each time.
    pks = list(model._base_manager.filter(release=release).values_list("pk", flat=True))
    for start in range(0, len(pks), DELETED_AT_ONCE):
        with transaction.atomic():
            _raw_delete(model._base_manager.filter(pk__in=pks[start : start + DELETED_AT_ONCE]))
        give_way()


def _raw_delete(rows: Any) -> None:
    # Without collecting what else would go: nothing refers to rows that nobody has seen.
    rows._raw_delete(rows.db)
