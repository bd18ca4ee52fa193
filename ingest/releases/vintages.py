from typing import Any, cast

from django.db import models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from facts.actions import publishing
from facts.models import Edition, Release, Source
from ingest.releases.clearing import arriving_models
from ingest.releases.importer import Importer, Vintage
from ingest.releases.names import keep_names, show_best_names
from ingest.releases.refusal import ImportRefused
from ingest.releases.report import ImportReport, with_file
from ingest.releases.staging import STAGED, Staging
from ingest.releases.table import SourceTable

REPLACED = "--replaced"
AT_ONCE = 200  # rows; SQLite takes no more than so many values in a statement


def known_release(importer: Importer, vintage: Vintage) -> Release | None:
    return Release.objects.known().filter(source__slug=importer.source["slug"], slug=vintage.slug).first()


def stage(importer: Importer, vintage: Vintage, report: ImportReport, *, partial: bool = False) -> Release:
    with transaction.atomic():
        standing = Source.objects.filter(slug=importer.source["slug"]).first()
        # Made in bulk, since its history begins when readers meet it.
        source = standing or Source.everything.bulk_create([Source(**importer.source)])[0]
        release = _release(source, vintage, report, partial)
        release.next_due = importer.schedule and importer.schedule.next_due(vintage)
        Release.objects.bulk_create([release])
        if standing is None:
            Source.everything.filter(pk=source.pk).update(arriving_with=release)
    return release


def _release(source: Source, vintage: Vintage, report: ImportReport, partial: bool) -> Release:
    origin = report.origin
    return Release(
        source=source,
        slug=vintage.slug + STAGED,
        label=vintage.label,
        series=vintage.series,
        period_start=vintage.period_start,
        period_end=vintage.period_end,
        published_on=vintage.published_on or (origin and origin.published_on),
        attribution=vintage.attribution,
        sha256=report.sha256,
        is_partial=partial,
        state=Release.State.IMPORTING,
    )


def publish(
    staging: Staging, standing: Release | None, tables: list[SourceTable], report: ImportReport, *, by: Any = None
) -> Edition:
    """Put the staged release in the place of the `standing` one, and make the edition.

    Raises ImportRefused where that was withdrawn or restored meanwhile.
    """
    release = staging.release
    reason = _reason(release, report)
    with publishing(act=Edition.Act.IMPORT, reason=reason, by=by) as publication:
        staging.check()
        slug = release.slug.removesuffix(STAGED)
        if standing:
            _replace(standing, release, tables)
            if report.kept:  # the release goes on; its report names all of its files
                release.sha256 = standing.sha256
        for table in tables:
            _give_names(table, release)
        for model in arriving_models():
            if standing and report.kept:
                keep_names(model, standing, release)
            _show_arrived(model, release, reason)
        for act in staging.at_publication:
            act()
        for model in arriving_models():
            publication.renamed += [(model, pk) for pk in show_best_names(model, release, reason)]
        release.slug, release.state = slug, Release.State.READY
        release.report = with_file(release.report, report)
        release.save()
        note = publication.changed if standing else publication.created
        note(release, rows=report.created + report.changed + report.vanished_rows)
    return cast(Edition, publication.edition)


def _reason(release: Release, report: ImportReport) -> str:
    counts = f"{report.created:,} new, {report.changed:,} changed, {report.vanished_rows:,} gone"
    return f"Imported {release.source.title}, {release.label}: {counts}."


def _replace(standing: Release, release: Release, tables: list[SourceTable]) -> None:
    now = Release.objects.get(pk=standing.pk)
    if now.state != standing.state:
        raise ImportRefused(f"{standing.label} was withdrawn or put back while the file was read; nothing was changed.")
    if now.state == Release.State.READY:
        release.report = now.report
    release.note = now.note
    release.published_on = now.published_on or release.published_on
    release.next_due = now.next_due or release.next_due
    release.version = now.version
    Release.objects.filter(pk=release.pk).update(version=now.version)
    Release.history.filter(id=now.pk).update(id=release.pk)
    Release.objects.filter(pk=now.pk).update(slug=f"{now.slug}{REPLACED}-{now.pk}", state=Release.State.REPLACED)
    for table in filter(lambda table: table.unique, tables):
        name = Concat(F(table.unique), Value(f"{REPLACED}-{now.pk}"))
        table.model._base_manager.filter(release=now).update(**{table.unique: name})


def _show_arrived(model: type[models.Model], release: Release, reason: str) -> None:
    rows = model.everything.filter(arriving_with=release)
    numbers = list(rows.values_list("pk", flat=True))
    rows.update(arriving_with=None)
    for start in range(0, len(numbers), AT_ONCE):
        arrived = model.everything.filter(pk__in=numbers[start : start + AT_ONCE])
        model.history.bulk_history_create(arrived, default_change_reason=reason)


def _give_names(table: SourceTable, release: Release) -> None:
    if table.unique:
        length = models.functions.Length(table.unique) - len(STAGED)
        table.model._base_manager.filter(release=release).update(**{table.unique: Substr(table.unique, 1, length)})
