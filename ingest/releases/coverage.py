"""Whether a release covers what the one before it covered."""

from collections import defaultdict

from django.db.models import Value

from facts.models import Release
from ingest.releases.importer import Importer
from ingest.releases.refusal import ImportRefused
from ingest.releases.report import ImportReport, known_files
from ingest.releases.table import Coverage, SourceTable

SHOWN = 8


def check_coverage(importer: Importer, staged: Release, earlier: list[Release], report: ImportReport) -> None:
    """Refuse a staged release that lacks what an `earlier` one has, naming it.

    `earlier` are the release of the same vintage, if it stands, and the fullest before it.
    """
    for release in earlier:
        missing = [*_missing_tables(importer, release, report)]
        for table in importer.tables:
            missing += [words for cover in table.covers for words in _missing_values(table, cover, staged, release)]
        if missing:
            raise ImportRefused(
                f"{report.file} covers less than {release.label}: it lacks {'; '.join(missing)}."
                " Import it with --partial if that is all there is."
            )


def _missing_tables(importer: Importer, release: Release, report: ImportReport) -> list[str]:
    files = [set(file.get("tables", ())) for file in known_files(release.report) if file.get("stands")]
    missing = set().union(*files) - set(report.tables) - set(importer.given_up)
    return [f"the tables {_listed(sorted(missing))}"] if missing else []


def _missing_values(table: SourceTable, cover: Coverage, staged: Release, release: Release) -> list[str]:
    now, before = (_values(table, cover, which) for which in (staged, release))
    words = []
    for kind, values in now.items():
        missing = before.get(kind, set()) - values
        if len(values) + len(before.get(kind, ())) * cover.slack / 100 < len(before.get(kind, ())):
            words.append(f"{len(missing):,} {cover.what} ({_listed(sorted(map(str, missing)))})")
    return words


def _values(table: SourceTable, cover: Coverage, release: Release) -> dict[str, set]:
    rows = table.model._base_manager.filter(release=release).order_by()
    found = defaultdict(set)
    for kind, value in rows.values_list(cover.within or Value(""), cover.field).distinct():
        found[kind].add(value)
    return found


def _listed(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")
