from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Value

from facts.models import Release
from ingest.releases.importer import Importer
from ingest.releases.refusal import ImportRefused
from ingest.releases.report import ImportReport, known_files
from ingest.releases.table import Coverage, SourceTable

SHOWN = 8


@dataclass(frozen=True, slots=True)
class ReleasesAtHand:
    staged: Release
    standing: Release | None
    before: Release | None


def check_coverage(importer: Importer, releases: ReleasesAtHand, report: ImportReport) -> None:
    """Raises ImportRefused where the staged release lacks what the standing or the earlier one has."""
    for release in filter(None, (releases.standing, releases.before)):
        missing = _missing_tables(importer, release, report)
        for table in importer.tables:
            now = [releases.staged, releases.standing] if table.part else [releases.staged]
            missing += [words for cover in table.covers for words in _missing_values(table, cover, now, release)]
        if missing:
            raise ImportRefused(
                f"{report.file} covers less than {release.label}: it lacks {'; '.join(missing)}."
                " Import it with --partial if that is all there is."
            )


def _missing_tables(importer: Importer, release: Release, report: ImportReport) -> list[str]:
    files = [set(file.get("tables", ())) for file in known_files(release.report) if file.get("stands")]
    missing = set().union(*files) - set(report.tables) - set(importer.given_up)
    return [f"the tables {_listed(sorted(missing))}"] if missing else []


def _missing_values(
    table: SourceTable, cover: Coverage, now: Sequence[Release | None], release: Release
) -> Iterator[str]:
    kinds, before = _values(table, cover, now[:1]), _values(table, cover, [release])
    for kind, values in _values(table, cover, now).items():
        earlier = before.get(kind, set())
        if kind in kinds and len(values) < len(earlier) * (100 - cover.slack) / 100:
            missing = sorted(map(str, earlier - values))
            yield f"{len(missing):,} {cover.what} ({_listed(missing)})"


def _values(table: SourceTable, cover: Coverage, releases: Sequence[Release | None]) -> dict[str, set]:
    rows = table.model._base_manager.filter(release__in=[release for release in releases if release]).order_by()
    found: dict[str, set] = defaultdict(set)
    for kind, value in rows.values_list(cover.within or Value(""), cover.field).distinct():
        found[kind].add(value)
    return found


def _listed(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")
