from django.db.models import Exists, OuterRef, QuerySet

from facts.models import Release
from facts.models.release import NEWEST_FIRST
from ingest.releases.changes import moves
from ingest.releases.comparison import ReleaseComparison
from ingest.releases.coverage import ReleasesAtHand
from ingest.releases.importer import Importer
from ingest.releases.parts import Parts
from ingest.releases.report import ImportReport, ReleaseChanges
from ingest.releases.table import SourceTable


class ReleaseDifferences:
    """A staged release beside the ready one of its vintage, or the vintage before."""

    def __init__(self, importer: Importer, staged: Release, known: Release | None, report: ImportReport) -> None:
        self._importer = importer
        self._staged = staged
        self._standing = known if known and known.state == Release.State.READY else None
        self._report = report
        self._parts = {table: Parts(table, staged) for table in importer.tables}

    def tell(self, *, in_full: bool) -> None:
        for table in self._importer.tables:
            self._count(table)
        others = [self._standing, self.vintage_before() if in_full else None]
        self._report.beside = [self._beside(other) for other in others if other]

    def releases(self) -> ReleasesAtHand:
        return ReleasesAtHand(self._staged, self._standing, self.vintage_before())

    def keep_other_parts(self) -> None:
        for table, parts in self._parts.items():
            if base := self._base(table):
                parts.keep(base)

    def _base(self, table: SourceTable) -> Release | None:
        return self._standing or (self.vintage_before() if table.continues else None)

    def _count(self, table: SourceTable) -> None:
        report = self._report
        counts = ReleaseComparison(table, self._staged, self._standing).counts()
        if not table.counted:
            stood = _rows(table, self._standing).count() if self._standing else 0
            report.further += counts.staged - counts.same + stood - counts.matched
            return
        report.created += counts.staged - counts.matched
        report.changed += counts.matched - counts.same
        report.unchanged += counts.same
        base = self._base(table)
        kept = self._parts[table].count(base) if base else 0
        report.kept += kept
        if self._standing:
            report.vanished_rows += _rows(table, self._standing).count() - kept - counts.matched

    def vintage_before(self) -> Release | None:
        """The latest release for an earlier time, partial ones last."""
        earlier = self._staged.source.releases.ready()
        if self._staged.period_end:
            earlier = earlier.filter(period_end__lt=self._staged.period_end)
        elif self._staged.published_on:
            earlier = earlier.filter(published_on__lt=self._staged.published_on)
        return earlier.order_by("is_partial", *NEWEST_FIRST).first()

    def _beside(self, other: Release) -> ReleaseChanges:
        beside = ReleaseChanges(other.label)
        for table in self._importer.tables:
            beside.moves += moves(ReleaseComparison(table, self._staged, other))
        appeared, vanished = self._codes_beside(other)
        beside.appeared, beside.vanished = sorted(appeared), sorted(vanished)
        beside.split = self._importer.splits(vanished, appeared)
        return beside

    def _codes_beside(self, other: Release) -> tuple[set[str], set[str]]:
        appeared: set[str] = set()
        vanished: set[str] = set()
        for table in (table for table in self._importer.tables if table.codes):
            now = _codes(table, _rows(table, self._staged))
            appeared |= now - _codes(table, _rows(table, other))
            vanished |= _codes(table, self._of_same_parts(table, other)) - now
        return appeared, vanished

    def _of_same_parts(self, table: SourceTable, baseline: Release) -> QuerySet:
        same = {name: OuterRef(name) for name in table.part}
        return _rows(table, baseline).filter(Exists(_rows(table, self._staged).filter(**same)))


def _rows(table: SourceTable, release: Release) -> QuerySet:
    return table.model._base_manager.filter(release=release)


def _codes(table: SourceTable, rows: QuerySet) -> set[str]:
    return set(rows.order_by().values_list(table.codes, flat=True).distinct())
