"""How likely a job is meant where several have a title that matches. Pure: no database."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log10

from explore.search.entry import As, SearchEntry, Target
from explore.search.words import words_of

FOR_PEOPLE, FOR_SOURCES, FOR_NAME = 0.5, 0.02, 0.05
MOST_PEOPLE, MOST_SOURCES = 7, 1
"""Powers of ten: of people in a job, of sources that name a title."""
FEW_TITLES = 10
"""Titles that a job is taken to have at least, so that one of two is not half of what it is called."""
REST = "other"
"""In the name of a job that is what is left of a group; few who search mean it."""
OF_REST = 0.2
HIGHEST = 1 + FOR_PEOPLE + FOR_SOURCES + FOR_NAME


class Evidence:
    def __init__(self, entries: Sequence[SearchEntry]):
        self.targets = [entry.target for entry in entries]
        self.sources = [min(MOST_SOURCES, log10(entry.sources)) for entry in entries]
        self.titles = Counter(self.targets)
        self.names = {target: frozenset(words_of(target.name)) for target in self.titles}
        self.is_name = [entry.stands_as in (As.NAME, As.CODE) for entry in entries]

    def people(self, numbers: Iterable[int]) -> dict[Target, float]:
        """People who work under the titles of these numbers, were they the same under each of a job's titles."""
        found = Counter(self.targets[number] for number in numbers)
        return {target: self._people(target) * count / self._titles(target) for target, count in found.items()}

    def weigh(self, number: int, match: float, people: Mapping[Target, float], weights: Mapping[str, float]) -> float:
        """From 0 to 1: a match (0 to 1) with what speaks for the job beside it; `weights` are those of the words."""
        target = self.targets[number]
        many = min(MOST_PEOPLE, log10(1 + people.get(target, 0))) / MOST_PEOPLE
        name = self.names[target]
        named = 1 if self.is_name[number] else sum(weight for word, weight in weights.items() if word in name)
        beside = FOR_PEOPLE * many + FOR_SOURCES * self.sources[number] + FOR_NAME * named
        return match * (1 + beside) / HIGHEST

    def _people(self, target):
        return target.employment * (OF_REST if REST in self.names[target] else 1)

    def _titles(self, target):
        return max(FEW_TITLES, self.titles[target])
