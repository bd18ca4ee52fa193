from dataclasses import dataclass
from typing import Any

from django.db import connection

from facts.models import Release
from ingest.releases.table import SourceTable


@dataclass(frozen=True, slots=True)
class ComparisonCounts:
    staged: int
    matched: int
    same: int


class ReleaseComparison:
    """Rows of a staged release beside those of another, compared by the database."""

    def __init__(self, table: SourceTable, staged: Release, standing: Release | None) -> None:
        self.table = table
        self.staged = staged
        self.standing = standing

    def counts(self) -> ComparisonCounts:
        rows = self.table.model._base_manager
        staged = rows.filter(release=self.staged).count()
        if self.standing is None:
            return ComparisonCounts(staged, 0, 0)
        asked = f"SELECT COUNT(*), SUM(CASE WHEN {self._same} THEN 1 ELSE 0 END) {self.joined}"
        matched, same = self._ask(asked, self.parameters)
        return ComparisonCounts(staged, matched, same or 0)

    def sample(self, rows: int) -> ComparisonCounts:
        first = f"(SELECT * FROM {self._table} WHERE release_id = %s ORDER BY id LIMIT {int(rows)})"  # noqa: S608
        asked = f"SELECT COUNT(*), COUNT(old.id), SUM(CASE WHEN old.id IS NOT NULL AND {self._same} THEN 1 ELSE 0 END)"
        beside = f"FROM {first} new LEFT JOIN {self._table} old ON {self._keys} AND old.release_id = %s"
        staged, matched, same = self._ask(f"{asked} {beside}", [self.staged.pk, self.standing.pk])
        return ComparisonCounts(staged, matched, same or 0)

    @property
    def joined(self) -> str:
        both = f"{self._table} old JOIN {self._table} new ON {self._keys}"
        return f"FROM {both} WHERE old.release_id = %s AND new.release_id = %s"

    @property
    def differing(self) -> str:
        return f"{self.joined} AND NOT ({self._same})"

    @property
    def parameters(self) -> list[int]:
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

    def _equal_keys(self, name: str) -> str:
        # A plain "=" wherever it will do, since only that is looked up in an index.
        return self._equal(name, "" if self.table.model._meta.get_field(name).null else "=")

    def _equal(self, name: str, operator: str = "") -> str:
        # Equal also where neither has a value; SQLite before 3.39 knows the standard's words for it not.
        operator = operator or ("IS NOT DISTINCT FROM" if connection.vendor == "postgresql" else "IS")
        [column] = map(_quoted, self.table.columns([name]))
        return f"old.{column} {operator} new.{column}"

    def _ask(self, question: str, parameters: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(question, parameters)
            return cursor.fetchone()


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
