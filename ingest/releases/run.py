import hashlib
import logging
from pathlib import Path
from typing import Any

from django.db import DatabaseError

from facts.models import Release
from ingest.releases import bounds
from ingest.releases.clearing import discard, sweep
from ingest.releases.coverage import check_coverage
from ingest.releases.differences import ReleaseDifferences
from ingest.releases.gc import rarely_collected
from ingest.releases.importer import Importer, Vintage
from ingest.releases.lock import import_lock
from ingest.releases.origin import Origin
from ingest.releases.progress import NoProgress, Progress
from ingest.releases.refusal import ImportRefused
from ingest.releases.registry import importer_named
from ingest.releases.report import ImportReport, stands
from ingest.releases.staging import Staging
from ingest.releases.statistics import gather_statistics
from ingest.releases.vintages import known_release, publish, stage
from ingest.releases.wrong_vintage import check_is_no_other

logger = logging.getLogger(__name__)


def import_release(
    name: str,
    path: Path,
    *,
    label: str | None = None,
    origin: Origin | None = None,
    dry_run: bool = False,
    partial: bool = False,
    progress: Progress | None = None,
    by: Any = None,
) -> ImportReport:
    """Import a file or folder with the importer called `name`.

    `label` names the release where the file does not; `origin` is where the file was fetched; `partial` lets it cover
    less than the one before. A file that stands already, by its SHA-256, writes nothing. Raises ImportRefused, and
    nothing stays.
    """
    importer = importer_named(name)
    sha256 = digest(path)
    vintage = importer.vintage(path, label)
    report = ImportReport(source=importer.source["slug"], release=vintage.label, file=path.name, sha256=sha256)
    report.origin = origin
    with import_lock():
        sweep()
        known = known_release(importer, vintage)
        if known and stands(known.report, sha256):
            return _already_here(known, report)
        _load(
            importer,
            path,
            vintage,
            known,
            report,
            dry_run=dry_run,
            partial=partial,
            progress=progress or NoProgress(),
            by=by,
        )
    return report


def _load(
    importer: Importer,
    path: Path,
    vintage: Vintage,
    known: Release | None,
    report: ImportReport,
    *,
    dry_run: bool,
    partial: bool,
    progress: Progress,
    by: Any,
) -> None:
    release = stage(importer, vintage, report, partial=partial)
    try:
        with Staging(release, importer.tables, report, progress) as staging, rarely_collected():
            importer.load(path, staging)
        gather_statistics(importer.tables)
        check_is_no_other(importer, release)
        differences = ReleaseDifferences(importer, release, known, report)
        differences.tell(in_full=dry_run)
        _check_recognized(report)
        if not partial:
            check_coverage(importer, differences.releases(), report)
        if report.differs and not dry_run:
            differences.keep_other_parts()
            report.edition = publish(staging, known, list(importer.tables), report, by=by).number
    finally:
        if report.edition is None:
            discard(release)
    _clear_quietly()


def _check_recognized(report: ImportReport) -> None:
    if report.read == report.rejected and not report.further:
        reasons = "; ".join(f"{reason} ({count:,})" for reason, count in report.reasons.most_common(3))
        raise ImportRefused(f"Nothing in {report.file} was recognized: {reasons or 'it holds no row'}.")


def _already_here(known: Release, report: ImportReport) -> ImportReport:
    if known.state == Release.State.WITHDRAWN:
        raise ImportRefused(
            f"This is the file of {known.label}, which was withdrawn and can be brought back: {known.withdrawn_because}"
        )
    report.already_here = True
    return report


def _clear_quietly() -> None:
    # What was replaced is out of sight already: should clearing it fail, the next import does it.
    try:
        sweep()
    except DatabaseError:
        logger.warning("Rows of a replaced release could not be cleared; the next import will do so.", exc_info=True)


def digest(path: Path) -> str:
    total = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_dir():
            continue
        bounds.check_file(file)
        total.update(str(file.relative_to(path)).encode() if path.is_dir() else b"")
        with file.open("rb") as content:
            for chunk in iter(lambda content=content: content.read(bounds.MEGABYTE), b""):
                total.update(chunk)
    return total.hexdigest()
