from facts.models import Release
from ingest.releases.comparison import ReleaseComparison
from ingest.releases.importer import Importer
from ingest.releases.refusal import ImportRefused
from ingest.releases.table import SourceTable

LOOKED_AT = 200  # rows
ENOUGH = 5  # of them that have a counterpart


def check_is_no_other(importer: Importer, staged: Release) -> None:
    """Raises ImportRefused where most measured rows equal those of a release of another time."""
    others = staged.source.releases.ready().exclude(period_end=staged.period_end)
    for table in (table for table in importer.tables if table.measured):
        for other in others:
            _check(table, staged, other)


def _check(table: SourceTable, staged: Release, other: Release) -> None:
    counts = ReleaseComparison(table, staged, other).sample(LOOKED_AT)
    if counts.matched >= ENOUGH and counts.same > counts.matched / 2:
        raise ImportRefused(
            f"The file is not for {staged.label}: {counts.same} of {counts.matched} rows that were looked at"
            f" say just what {other.label} says."
        )
