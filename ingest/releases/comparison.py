"""A staged release held against the one that stands, row by row, by the database."""

from dataclasses import dataclass

from django.db import connection

from facts.models import Release
from ingest.releases.table import SourceTable


@dataclass(frozen=True, slots=True)
class ComparisonCounts:
    """How many staged rows have a counterpart of the same key, and how many of those say the same."""

    staged: int
    matched: int
    same: int


class ReleaseComparison:
    """The rows of `table` in the release `staged` beside those in the release `standing`."""

    def __init__(self, table: SourceTable, staged: Release, standing: Release | None):
        self.table = table
        self.staged = staged
        self.standing = standing

    def counts(self) -> ComparisonCounts:
        """How the staged rows compare."""
        rows = self.table.model._base_manager
        staged = rows.filter(release=self.staged).count()
        if self.standing is None:
            return ComparisonCounts(staged, 0, 0)
        asked = f"SELECT COUNT(*), SUM(CASE WHEN {self._same} THEN 1 ELSE 0 END) {self.joined}"
        matched, same = self._ask(asked, self.parameters)
        return ComparisonCounts(staged, matched, same or 0)

    def sample(self, rows: int) -> ComparisonCounts:
        """How the first so many of the staged rows compare."""
        first = f"(SELECT * FROM {self._table} WHERE release_id = %s ORDER BY id LIMIT {int(rows)})"  # noqa: S608
        asked = f"SELECT COUNT(*), COUNT(old.id), SUM(CASE WHEN old.id IS NOT NULL AND {self._same} THEN 1 ELSE 0 END)"
        beside = f"FROM {first} new LEFT JOIN {self._table} old ON {self._keys} AND old.release_id = %s"
        staged, matched, same = self._ask(f"{asked} {beside}", [self.staged.pk, self.standing.pk])
        return ComparisonCounts(staged, matched, same or 0)

    @property
    def joined(self) -> str:
        """The FROM and WHERE of both releases' rows side by side, as `old` and `new`; takes their two numbers."""
        both = f"{self._table} old JOIN {self._table} new ON {self._keys}"
        return f"FROM {both} WHERE old.release_id = %s AND new.release_id = %s"

    @property
    def differing(self) -> str:
        """The same without the rows that say the same in both."""
        return f"{self.joined} AND NOT ({self._same})"

    @property
    def parameters(self) -> list[int]:
        """The numbers that `joined` and `differing` take."""
        return [self.standing.pk, self.staged.pk]

    @property
    def _table(self) -> str:
        return _quoted(self.table.model._meta.db_table)

    @property
    def _keys(self) -> str:
        return " AND ".join(map(self._equal_keys, self.table.key))

    @property
    def _same(self) -> str:
        return " AND ".join(map(self._equal, self.table.values)) or "1 = 1"

    def _equal_keys(self, name):
        # A plain "=" wherever it will do, since only that is looked up in an index.
        return self._equal(name, "" if self.table.model._meta.get_field(name).null else "=")

    def _equal(self, name, operator=""):
        # Equal also where neither has a value; SQLite before 3.39 knows the standard's words for it not.
        operator = operator or ("IS NOT DISTINCT FROM" if connection.vendor == "postgresql" else "IS")
        [column] = map(_quoted, self.table.columns([name]))
        return f"old.{column} {operator} new.{column}"

    def _ask(self, question, parameters):
        with connection.cursor() as cursor:
            cursor.execute(question, parameters)
            return cursor.fetchone()


def _quoted(name):
    return connection.ops.quote_name(name)
