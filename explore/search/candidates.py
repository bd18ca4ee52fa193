"""Which titles are worth a closer look. Pure: no database."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings

MOST_CANDIDATES = 300


def candidates(
    reading: Reading, meanings: Sequence[Meanings], holding: Mapping[str, set[int]]
) -> tuple[list[int], bool]:
    """Numbers of at most 300 titles, and whether any of them holds every word in one of its meanings.

    Titles with the very words come first, then those with a meaning of every word, then those that hold the most.
    """
    exact = [holding.get(word, _NOTHING) for word in reading]
    meant = [_NOTHING.union(*(holding.get(word, _NOTHING) for word in meaning)) for meaning in meanings]
    found: dict[int, None] = {}
    for tier in _tiers(exact, meant):
        missing = MOST_CANDIDATES - len(found)
        found.update(dict.fromkeys(nsmallest(missing, tier - found.keys())))
        if len(found) == MOST_CANDIDATES:
            break
    return list(found), not set.intersection(*meant).isdisjoint(found)


def _tiers(exact, meant) -> Iterator[set[int]]:
    yield set.intersection(*exact)
    yield set.intersection(*meant)
    held = Counter(number for numbers in meant for number in numbers)
    for most in range(len(meant) - 1, 0, -1):
        yield {number for number, count in held.items() if count == most}


_NOTHING: set[int] = set()
