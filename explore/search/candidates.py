from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, combinations

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings

MOST_CANDIDATES = 250


def candidates(
    reading: Reading, meanings: Sequence[Meanings], holding: Mapping[str, Sequence[int]]
) -> tuple[list[int], bool]:
    """Numbers of titles, and whether any has every word; exact words first."""
    exact = [set(holding.get(word, ())) for word in reading]
    meant = [set().union(*(holding.get(word, ()) for word in meaning)) for meaning in meanings]
    found: dict[int, None] = {}
    for tier in _tiers(exact, meant):
        missing = MOST_CANDIDATES - len(found)
        found.update(dict.fromkeys(nsmallest(missing, tier.difference(found))))
        if len(found) == MOST_CANDIDATES:
            break
    return list(found), not set.intersection(*meant).isdisjoint(found)


def _tiers(exact: list[set[int]], meant: list[set[int]]) -> Iterator[set[int]]:
    yield set.intersection(*exact)
    yield set.intersection(*meant)
    if len(meant) > 1:
        yield set.union(*(set.intersection(*some) for some in combinations(meant, len(meant) - 1)))
    if len(meant) > 2:
        yield from _by_words_held(meant)


def _by_words_held(meant: Sequence[set[int]]) -> Iterator[set[int]]:
    held = Counter(chain.from_iterable(meant))
    for most in range(len(meant) - 2, 0, -1):
        yield {number for number, count in held.items() if count == most}
