"""What is to be done with each row of a fixture."""

from dataclasses import dataclass, field

from facts.loading.fixture import Fixture
from facts.loading.ledger import Ledger
from facts.loading.linking import Stock, needs
from facts.loading.row import Row
from facts.loading.says import differing, digest, says, says_in_database
from facts.loading.verdict import Verdict, verdict


@dataclass
class Plan:
    """The verdict on each row that is sound so far, its digest, and the rows that are left to the editors."""

    verdicts: dict[Row, Verdict] = field(default_factory=dict)
    digests: dict[Row, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, rows: list[Row], fixture: Fixture, stock: Stock, ledger: Ledger) -> "Plan":
        """The plan for `rows`, which come each after those that it needs."""
        plan = cls()
        for row in rows:
            needed = needs(row, fixture)
            if not row.problems and all(need in plan.verdicts for need in needed):
                plan._judge(row, stock, ledger)
                plan._leave_out_where_a_need_is_removed(row, needed)
        return plan

    def rows(self, *wanted: Verdict) -> list[Row]:
        """The rows with one of these verdicts, in their order."""
        return [row for row, found in self.verdicts.items() if found in wanted]

    def _judge(self, row: Row, stock: Stock, ledger: Ledger) -> None:
        present = stock.get(row.name)
        given = says(row.instance, {name: [target.key for target in names] for name, names in row.many.items()})
        standing = says_in_database(present) if present else None
        self.digests[row] = digest(given)
        self.verdicts[row] = verdict(
            given=self.digests[row],
            present=None if standing is None else digest(standing),
            left=ledger.digest_of(row.name),
        )
        if getattr(present, "arriving_with_id", None):
            # Nobody's yet: an import that is not done has made it.
            self.verdicts[row] = Verdict.CHANGED
        if self.verdicts[row] is Verdict.EDITED:
            self.kept.append(f"{row.name} ({', '.join(differing(given, standing))})")
        if self.verdicts[row] is Verdict.REMOVED:
            self.kept.append(f"{row.name} (removed)")

    def _leave_out_where_a_need_is_removed(self, row: Row, needed: list[Row]) -> None:
        removed = next((need for need in needed if self.verdicts[need] is Verdict.REMOVED), None)
        if removed and self.verdicts[row].is_written:
            self.verdicts[row] = Verdict.REMOVED
            self.kept.append(f"{row.name} (needs {removed.name}, which was removed)")
