"""Titles by their initials: "sde" is what a software development engineer signs with."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from explore.search.entry import SearchEntry

SHORTEST, LONGEST = 2, 5
MOST_TITLES = 4


class Initials:
    def __init__(self, entries: Sequence[SearchEntry], texts: Sequence[Sequence[str]]):
        self.entries, self.texts = entries, texts
        self.numbers: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, words in enumerate(texts):
            if SHORTEST <= len(words) <= LONGEST:
                self.numbers["".join(word[0] for word in words)].append(number)

    def titles(self, initials: str) -> Iterator[tuple[str, ...]]:
        """The words of the titles that most people bear; the last word may give two letters, as in "senco"."""
        people: dict[tuple[str, ...], int] = defaultdict(int)
        for number in self._titled(initials):
            entry = self.entries[number]
            people[tuple(self.texts[number])] += entry.target.employment * entry.sources
        yield from sorted(people, key=lambda words: (-people[words], words))[:MOST_TITLES]

    def _titled(self, initials: str) -> Iterator[int]:
        if SHORTEST <= len(initials) <= LONGEST:
            yield from self.numbers.get(initials, ())
        if SHORTEST < len(initials) <= LONGEST + 1:
            shorter, last = initials[:-1], initials[-2:]
            yield from (each for each in self.numbers.get(shorter, ()) if self.texts[each][-1].startswith(last))
