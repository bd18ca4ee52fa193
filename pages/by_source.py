"""Who says what: rows of one or several sources, told apart. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from facts.models import Source


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says: its rows, in its order."""

    source: Source
    rows: list

    @property
    def locator(self) -> str:
        """Where in the source the rows stand: as much as their locators have in common."""
        return common_locator([row.locator for row in self.rows])


def voices(rows: Iterable) -> list[Voice]:
    """Rows that have a `source`, gathered by source, in the order in which each first speaks."""
    found: dict[int, Voice] = {}
    for row in rows:
        found.setdefault(row.source_id, Voice(row.source, [])).rows.append(row)
    return list(found.values())


def common_locator(locators: list[str]) -> str:
    """What the locators share, part by part: "Pros, item 1" and "Pros, item 2" share "Pros"."""
    parts = zip(*(locator.split(", ") for locator in locators), strict=False)
    return ", ".join(same[0] for same in takewhile(lambda same: len(set(same)) == 1, parts))
