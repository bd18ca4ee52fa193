"""Titles of a classification used abroad, led to the jobs here that count the same people.

A crosswalk ties the groups of the two classifications many to many. Which of a group's counterparts an occupation in it
is, its own titles tell: the counterpart whose titles share the most of their rarer words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from explore.search.entry import SearchEntry, Target
from explore.search.words import words_of

NEARLY = 0.8
"""What part of the best likeness makes another counterpart as good."""

Titles = Mapping[Target, Sequence[str]]


class Likeness:
    """How alike a set of titles is to those of each job."""

    def __init__(self, entries: Iterable[SearchEntry]):
        self.words: dict[Target, Counter[str]] = defaultdict(Counter)
        self.titles: dict[Target, set[str]] = defaultdict(set)
        self.counts: Counter[Target] = Counter()
        for entry in entries:
            words = words_of(entry.title)
            self.words[entry.target].update(set(words))
            self.titles[entry.target].add(" ".join(words))
            self.counts[entry.target] += 1
        self.jobs_with = Counter(word for words in self.words.values() for word in words)

    def best(self, titles: Iterable[str], targets: Sequence[Target]) -> list[Target]:
        """The targets whose titles are most like these, or none where no word is shared."""
        if len(targets) == 1:
            return list(targets)
        read = [words_of(title) for title in titles]
        scores = {target: self._score(read, target) for target in targets}
        most = max(scores.values())
        return [target for target in targets if scores[target] >= NEARLY * most] if most else []

    def _score(self, titles: Sequence[Sequence[str]], target: Target) -> float:
        same = sum(" ".join(words) in self.titles[target] for words in titles)
        shares = (self._share(word, target) for words in titles for word in words)
        return same + sum(shares) / len(titles)

    def _share(self, word: str, target: Target) -> float:
        """How much of the job's titles a word is in, more for words that few jobs have."""
        if word not in self.words[target]:
            return 0
        rarity = log(len(self.words) / self.jobs_with[word]) if self.jobs_with[word] else 0
        return rarity * (self.words[target][word] / self.counts[target]) ** 0.5
