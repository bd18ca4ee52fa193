"""What is to be done with a row: the fixture, the database and the last load held against each other."""

from enum import Enum


class Verdict(Enum):
    """How a row of a fixture stands to the database."""

    NEW = "the database has no such row: write it"
    SAME = "the database says the same"
    CHANGED = "the database has it as a load left it, and the fixture says something else: write it"
    EDITED = "an editor has changed it since, or made it: keep it"
    REMOVED = "an editor has removed it since: keep it away"

    @property
    def is_written(self) -> bool:
        """Whether the row is written."""
        return self in (Verdict.NEW, Verdict.CHANGED)


def verdict(*, given: str, present: str | None, left: str | None) -> Verdict:
    """The verdict from three digests: what the fixture says, what the database has, what the last load left.

    `present` is None where the database has no such row, `left` where no load has left one.
    """
    if present is None:
        return Verdict.NEW if left is None else Verdict.REMOVED
    if present == given:
        return Verdict.SAME
    return Verdict.CHANGED if present == left else Verdict.EDITED
