from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from facts.models import Source


@dataclass(frozen=True, slots=True)
class Voice:
    source: Source
    rows: list

    @property
    def locator(self) -> str:
        """As much as the rows' locators have in common."""
        return common_locator([row.locator for row in self.rows])


def voices(rows: Iterable) -> list[Voice]:
    """In the order in which each source first speaks."""
    found: dict[int, Voice] = {}
    for row in rows:
        found.setdefault(row.source_id, Voice(row.source, [])).rows.append(row)
    return list(found.values())


def common_locator(locators: list[str]) -> str:
    """ "Pros, item 1" and "Pros, item 2" share "Pros"."""
    parts = zip(*(locator.split(", ") for locator in locators), strict=False)
    return ", ".join(same[0] for same in takewhile(lambda same: len(set(same)) == 1, parts))
