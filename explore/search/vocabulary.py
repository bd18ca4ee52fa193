from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from explore.search.words import stem

EXACT, BEGINNING = 1.0, 0.8
PER_CHANGE = 0.15
MOST_BEGINNINGS = 40
MOST_CORRECTIONS = 8
SHORTEST_PART = 3

Meanings = dict[str, float]
"""Words of titles that a typed word may mean, each with how likely, from 0 to 1."""


class Vocabulary:
    def __init__(self, frequencies: Mapping[str, int]):
        self.frequencies = frequencies
        self.total = sum(frequencies.values())
        self.sorted = sorted(frequencies)
        self.by_length = sorted(self.sorted, key=len)

    def __contains__(self, word: str) -> bool:
        return word in self.frequencies

    def as_typed(self, word: str) -> Meanings:
        meanings = dict.fromkeys(self._beginning_with(word), BEGINNING)
        return meanings | {word: EXACT} if word in self else meanings

    def corrected(self, word: str) -> Meanings:
        """One edit for four and five letters, two from six letters."""
        allowed = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
        if not allowed:
            return {}
        alike = self._about_as_long(word, allowed)
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=allowed, limit=4 * MOST_CORRECTIONS)
        ranked = sorted(near, key=lambda found: (found[1], found[0][0] != word[0], -self.frequencies[found[0]]))
        return {found: EXACT - PER_CHANGE * changes for found, changes, _ in ranked[:MOST_CORRECTIONS]}

    def parts(self, word: str) -> tuple[str, str] | None:
        """ "healthinformation" gives ("health", "information")."""
        cuts = ((stem(word[:at]), word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1))
        known = [cut for cut in cuts if cut[0] in self and cut[1] in self]
        return max(known, key=lambda cut: min(self.frequencies[part] for part in cut), default=None)

    def weights(self, meanings: Iterable[Meanings]) -> list[float]:
        """Sum 1, higher for rarer words."""
        weights = list(map(self._weight, meanings))
        total = sum(weights) or 1
        return [weight / total for weight in weights]

    def _weight(self, meanings: Mapping[str, float]) -> float:
        likeliest = max(meanings, key=meanings.__getitem__, default=None)
        return log(1 + self.total / self.frequencies[likeliest]) if likeliest else log(1 + self.total)

    def _beginning_with(self, word: str) -> list[str]:
        start = bisect_left(self.sorted, word)
        end = bisect_left(self.sorted, f"{word}\uffff", lo=start)
        return nlargest(MOST_BEGINNINGS, self.sorted[start:end], key=self.frequencies.__getitem__)

    def _about_as_long(self, word: str, allowed: int) -> list[str]:
        start = bisect_left(self.by_length, len(word) - allowed, key=len)
        end = bisect_right(self.by_length, len(word) + allowed, key=len)
        return self.by_length[start:end]
