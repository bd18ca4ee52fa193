from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from explore.search.words import LEVELS, stem

EXACT, BEGINNING = 1.0, 0.8
PER_CHANGE = 0.15
MOST_BEGINNINGS = 40
MOST_CORRECTIONS = 8
SHORTEST_PART = 3
LEAST_BEGINNING = 0.4
LEVEL_WEIGHT = 0.02
"""What a word for a level counts, of what another as rare would."""
UNKNOWN = 0.3
"""The same of a word that no title has."""
OF_WHOM = 0.5
"""The same of a word that only says of whom or what."""
COMMON = 150_000
"""One title in so many has a word, at least, for it to be common enough to be what someone meant to type."""

Meanings = dict[str, float]
"""Words of titles that a typed word may mean, each with how likely, from 0 to 1."""


class Vocabulary:
    def __init__(self, frequencies: Mapping[str, int]):
        self.frequencies = frequencies
        self.total = sum(frequencies.values())
        self.sorted = sorted(frequencies)
        self.least = self.total / COMMON
        common = [word for word in self.sorted if frequencies[word] >= self.least]
        self.common_by_length = sorted(common, key=len)

    def __contains__(self, word: str) -> bool:
        return word in self.frequencies

    def as_typed(self, word: str, *, begun: bool = True) -> Meanings:
        """With the words that it begins, where it may not have been typed to its end."""
        meanings = dict.fromkeys(self._beginning_with(word) if begun else (), BEGINNING)
        return meanings | {word: EXACT} if word in self else meanings

    def corrected(self, word: str) -> Meanings:
        """Common words with one edit for four and five letters, two from six letters.

        People rarely mistype the first letter: it stands, or is the only one that does not in a long word.
        """
        allowed = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
        if not allowed:
            return {}
        alike = self._about_as_long(word, allowed)
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=allowed, limit=4 * MOST_CORRECTIONS)
        likely = [(found, changes) for found, changes, _ in near if found[0] in word[:2] or changes < allowed]
        ranked = sorted(likely, key=lambda found: (found[1], found[0][0] != word[0], -self.frequencies[found[0]]))
        return {found: EXACT - PER_CHANGE * changes for found, changes in ranked[:MOST_CORRECTIONS]}

    def known_beginning(self, word: str) -> str:
        """ "brick" of "brickie"; "" where too little of the word is one."""
        least = max(SHORTEST_PART, int(LEAST_BEGINNING * len(word)))
        beginnings = (word[:end] for end in range(len(word) - 1, least - 1, -1))
        return next((beginning for beginning in beginnings if beginning in self), "")

    def parts(self, word: str) -> tuple[str, str] | None:
        """ "healthinformation" gives ("health", "information")."""
        cuts = ((stem(word[:at]), word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1))
        known = [cut for cut in cuts if cut[0] in self and cut[1] in self]
        return max(known, key=lambda cut: min(self.frequencies[part] for part in cut), default=None)

    def is_rare(self, word: str) -> bool:
        """Whether it may as well be a slip, though some title has it."""
        return self.frequencies[word] < self.least

    def weights(self, words: Iterable[str], meanings: Iterable[Meanings], head: set[str]) -> list[float]:
        """Sum 1, higher for rarer words; words that are not of the `head` count less."""
        weights = [self._weight(word, meaning, head) for word, meaning in zip(words, meanings, strict=True)]
        total = sum(weights) or 1
        return [weight / total for weight in weights]

    def _weight(self, word: str, meanings: Meanings, head: set[str]) -> float:
        likeliest = max(meanings, key=meanings.__getitem__, default=None)
        if not likeliest:
            return UNKNOWN * log(1 + self.total)
        weight = log(1 + self.total / self.frequencies[likeliest])
        if word in LEVELS:
            return LEVEL_WEIGHT * weight
        return weight if not head or word in head else OF_WHOM * weight

    def _beginning_with(self, word: str) -> list[str]:
        start = bisect_left(self.sorted, word)
        end = bisect_left(self.sorted, f"{word}\uffff", lo=start)
        return nlargest(MOST_BEGINNINGS, self.sorted[start:end], key=self.frequencies.__getitem__)

    def _about_as_long(self, word: str, allowed: int) -> list[str]:
        start = bisect_left(self.common_by_length, len(word) - allowed, key=len)
        end = bisect_right(self.common_by_length, len(word) + allowed, key=len)
        return self.common_by_length[start:end]
