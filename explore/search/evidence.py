"""How likely a job is meant where several have a title that matches. Pure: no database."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log10

from explore.search.entry import As, SearchEntry
from explore.search.matching import WeightedReading
from explore.search.words import words_of

FOR_PEOPLE, FOR_SOURCES, FOR_NAME = 0.5, 0.02, 0.05
MOST_PEOPLE, MOST_SOURCES = 7, 1
"""Powers of ten: of people in a job, of sources that name a title."""
FEW_TITLES = 10
"""Times that sources name a job, at least, so that one of two is not half of what it is called."""
REST = "other"
"""In the name of a job that is what is left of a group; few who search mean it."""
OF_REST = 0.2
HIGHEST = 1 + FOR_PEOPLE + FOR_SOURCES + FOR_NAME


class Evidence:
    def __init__(self, entries: Sequence[SearchEntry]):
        targets = list(dict.fromkeys(entry.target for entry in entries))
        numbers = {target: number for number, target in enumerate(targets)}
        self.jobs = [numbers[entry.target] for entry in entries]
        self.names = [frozenset(words_of(target.name)) for target in targets]
        self.naming = [entry.sources for entry in entries]
        named = self._named(range(len(entries)))
        self.people_per_naming = [
            target.employment * (OF_REST if REST in name else 1) / max(FEW_TITLES, named[number])
            for number, (target, name) in enumerate(zip(targets, self.names, strict=True))
        ]
        self.sources = [FOR_SOURCES * min(MOST_SOURCES, log10(entry.sources)) for entry in entries]
        self.is_name = [entry.stands_as is As.NAME for entry in entries]

    def of_reading(self, reading: WeightedReading, pool: Iterable[int]) -> "ReadingEvidence":
        """`pool`: numbers of all titles that have its words."""
        return ReadingEvidence(self, reading, self._named(pool))

    def _named(self, numbers: Iterable[int]) -> Counter[int]:
        """How often sources name each job by these titles."""
        found: Counter[int] = Counter()
        for number in numbers:
            found[self.jobs[number]] += self.naming[number]
        return found


class ReadingEvidence:
    """Each job is weighed once, whatever the number of its titles."""

    def __init__(self, evidence: Evidence, reading: WeightedReading, named: Counter[int]):
        self.evidence, self.reading, self.named = evidence, reading, named
        self.jobs: dict[int, tuple[float, float]] = {}

    def weigh(self, number: int, match: float) -> float:
        """From 0 to 1: a match (0 to 1) with what speaks for the title's job beside it."""
        job = self.evidence.jobs[number]
        if job not in self.jobs:
            self.jobs[job] = self._people(job), FOR_NAME * self.reading.weight_in(self.evidence.names[job])
        people, named = self.jobs[job]
        named = FOR_NAME if self.evidence.is_name[number] else named
        return match * (1 + people + named + self.evidence.sources[number]) / HIGHEST

    def _people(self, job: int) -> float:
        """More for more people under such titles, were there as many for each time that a source names a title."""
        people = self.evidence.people_per_naming[job] * self.named[job]
        return FOR_PEOPLE * min(MOST_PEOPLE, log10(1 + people)) / MOST_PEOPLE
