from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, combinations

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings

MOST_CANDIDATES, FEW_CANDIDATES = 200, 50


@dataclass(frozen=True, slots=True)
class Candidates:
    """Numbers of titles to look at, exact words first; `pool`: all that hold the most words; `is_whole`: every one."""

    numbers: list[int]
    pool: set[int]
    is_whole: bool


def candidates(
    reading: Reading, meanings: Sequence[Meanings], holding: Mapping[str, Sequence[int]], most: int
) -> Candidates:
    exact = [set(holding.get(word, ())) for word in reading]
    meant = [set().union(*(holding.get(word, ()) for word in meaning)) for meaning in meanings]
    found: dict[int, None] = {}
    pool: set[int] = set()
    for tier in (set.intersection(*exact), *_tiers(meant)):
        pool = pool or tier
        missing = most - len(found)
        found.update(dict.fromkeys(nsmallest(missing, tier.difference(found))))
        if len(found) == most:
            break
    whole = set.intersection(*meant)
    return Candidates(list(found), whole or pool, bool(whole))


def _tiers(meant: Sequence[set[int]]) -> Iterator[set[int]]:
    yield set.intersection(*meant)
    if len(meant) > 1:
        yield set.union(*(set.intersection(*some) for some in combinations(meant, len(meant) - 1)))
    if len(meant) > 2:
        yield from _by_words_held(meant)


def _by_words_held(meant: Sequence[set[int]]) -> Iterator[set[int]]:
    held = Counter(chain.from_iterable(meant))
    for most in range(len(meant) - 2, 0, -1):
        yield {number for number, count in held.items() if count == most}
