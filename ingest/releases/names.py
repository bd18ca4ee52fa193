from collections.abc import Iterable, Sequence
from datetime import date

from django.db import models

from facts.models import Release, ReleaseName, Source
from facts.models.release_name import names_model
from ingest.releases.bulk import BulkWriter, update_with_history
from ingest.releases.registry import importers
from ingest.releases.shared import SharedRows

AT_ONCE = 200  # rows; SQLite takes no more than so many values in a statement


def save_names(shared: SharedRows, release: Release) -> None:
    names = names_model(shared.model)
    if names:
        pks = ((shared.pks[key], name) for key, name in shared.names.items())
        BulkWriter(names, ("release", names.name_of, "name")).write([(release.pk, pk, name) for pk, name in pks])


def keep_names(model: type[models.Model], standing: Release, release: Release) -> None:
    if names := names_model(model):
        given = names.objects.filter(release=release).values(names.name_of)
        names.objects.filter(release=standing).exclude(**{f"{names.name_of}__in": given}).update(release=release)


def show_best_names(model: type[models.Model], release: Release, reason: str) -> list[int]:
    """Name rows as their classification does, else as the latest release; editors' names stay.

    The result does not depend on the order of imports. Returns the primary keys of rows with another name now.
    """
    names, renamed = names_model(model), []
    if names is None:
        return []
    best = _best_names(names, release)
    edited = set(model.history.filter(history_user__isnull=False).values_list("id", flat=True))
    for pks in _pieces([pk for pk in best if pk not in edited]):
        shown = model.everything.filter(pk__in=pks).values_list("pk", model.name_field)
        rows = list(model.everything.filter(pk__in=[pk for pk, name in shown if name != best[pk]]))
        for row in rows:
            setattr(row, row.name_field, best[row.pk])
            row.version += 1
        update_with_history(model, [model.name_field, "version"], rows, reason)
        renamed += [row.pk for row in rows]
    return renamed


def _best_names(names: type[ReleaseName], release: Release) -> dict[int, str]:
    leading = [importer.source["slug"] for importer in importers() if importer.names_lead]
    named = names.objects.filter(release=release).values(names.name_of)
    rows = names.objects.filter(
        models.Q(release=release) | models.Q(release__state=Release.State.READY),
        release__source__slug__in=leading,
        **{f"{names.name_of}__in": named},
    )
    columns = (f"{names.name_of}_id", "name", "release__source__kind", "release__period_end", "release__slug")
    ordered = sorted(rows.values_list(*columns), key=_weight)
    return {pk: name for pk, name, *_ in ordered}


def _weight(row: Sequence) -> tuple:
    _, _, kind, period_end, slug = row
    return kind == Source.Kind.CLASSIFICATION, period_end or date.min, slug


def _pieces(pks: Sequence[int]) -> Iterable[Sequence[int]]:
    return (pks[start : start + AT_ONCE] for start in range(0, len(pks), AT_ONCE))
