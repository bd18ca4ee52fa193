"""Positions of a list's rows, from the order in which they stand."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Placed:
    """`group` is what is counted apart, `before` the position until now (None if new), `index` the order then."""

    group: Hashable
    before: int | None
    index: int


def positions(rows: Sequence[Placed]) -> list[int]:
    """As few rows as possible get another position than they had."""
    by_group: dict[Hashable, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_group[row.group].append(number)
    found = [0] * len(rows)
    for numbers in by_group.values():
        for number, position in zip(numbers, _in_group([rows[number] for number in numbers]), strict=True):
            found[number] = position
    return found


def _in_group(rows: list[Placed]) -> list[int]:
    known = sorted(row.before for row in rows if row.before is not None)
    old = [row.index for row in rows if row.before is not None]
    if len({*known}) < len(known) and old != sorted(old):
        return list(range(1, len(rows) + 1))  # rows that share a position cannot change places
    last = known[-1] if known else 0
    return known + list(range(last + 1, last + 1 + len(rows) - len(known)))
