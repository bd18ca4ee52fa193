from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from explore.search.answer import Hit, SearchAnswer
from explore.search.candidates import FEW_CANDIDATES, MOST_CANDIDATES, candidates
from explore.search.codes import Codes
from explore.search.entry import As, SearchEntry, SearchKind, Target
from explore.search.evidence import Evidence
from explore.search.initials import Initials
from explore.search.matching import WeightedReading
from explore.search.readings import Reading, last_readings, readings_of, roots_of
from explore.search.vocabulary import Meanings, Vocabulary
from explore.search.words import LONGEST_QUERY, head_of, query_words, without_levels, words_of


class FoundTitle(NamedTuple):
    score: float
    reading: WeightedReading


Best = dict[int, FoundTitle]

NUMBER = "I"
"""How a number of an entry is kept: in four bytes, where a set of them takes sixty for each."""
SHORT = 2
LAST = 0.9
"""What a match counts that is only found where no title has every word."""
GOOD = 0.6
"""What part of the best score a hit has at least."""


class TitleIndex:
    """Lower-numbered entries win ties."""

    def __init__(self, entries: Iterable[SearchEntry]):
        merged = list(_merged(entries))
        self.codes = Codes(entry for entry in merged if entry.stands_as is As.CODE)
        self.entries = sorted((entry for entry in merged if entry.stands_as is not As.CODE), key=_preference)
        self.words = [tuple(words_of(entry.title)) for entry in self.entries]
        self.texts = [without_levels(words) for words in self.words]
        self.holding: dict[str, array[int]] = defaultdict(partial(array, NUMBER))
        for number, words in enumerate(self.words):
            for word in set(words):
                self.holding[word].append(number)
        self.vocabulary = Vocabulary({word: len(numbers) for word, numbers in self.holding.items()})
        self.initials = Initials(self.entries, self.words)
        self.evidence = Evidence(self.entries)

    def search(self, query: str, *, correct: bool = True) -> SearchAnswer:
        if coded := self.codes.find(query):
            hits = {entry.target: Hit(entry.target, entry.title, entry.stands_as, 1.0) for entry in coded}
            return SearchAnswer(query, hits=tuple(hits.values()))
        typed = tuple(query_words(query))
        best = self._best(typed, head_of(query), correct=correct) if typed else {}
        ranked = _ranked(best)
        read_as = best[ranked[0]].reading.read_in(self.words[ranked[0]]) if ranked else typed
        return SearchAnswer(query, "" if read_as == typed else " ".join(read_as), self._hits(ranked, best))

    def has(self, query: str) -> bool:
        """Whether some job has this very title."""
        return self._has(tuple(words_of(query[:LONGEST_QUERY])))

    def _has(self, words: Reading) -> bool:
        numbers = min((self.holding.get(word, ()) for word in words), key=len, default=())
        return any(self.words[number] == words for number in numbers)

    def _best(self, typed: Reading, head: set[str], *, correct: bool) -> Best:
        """The best match of each title, over what the query may be read as."""
        best: Best = {}
        readings = readings_of(typed, self.vocabulary)
        found = [self._read(reading, head, best, correct=correct) for reading in readings]
        for reading in self._last(typed, head, is_found=any(found)) if correct else ():
            self._read(reading, set(), best, correct=correct, factor=LAST, most=FEW_CANDIDATES)
        return best

    def _last(self, typed: Reading, head: set[str], *, is_found: bool) -> list[Reading]:
        """What else is tried where no title has every word, or no title is the word alone."""
        if not is_found:
            return last_readings(typed, head, self.vocabulary, self.initials)
        return [] if self._has(typed) else roots_of(typed, self.vocabulary)

    def _read(
        self,
        reading: Reading,
        head: set[str],
        best: Best,
        *,
        correct: bool,
        factor: float = 1.0,
        most: int = MOST_CANDIDATES,
    ) -> bool:
        """Whether some title has every word as typed."""
        meanings = [self._meanings(word, is_last=word == reading[-1], correct=correct) for word in reading]
        found = candidates(reading, meanings, self.holding, most)
        is_whole = found.is_whole
        if correct and not found.is_whole:
            meanings = [
                self.vocabulary.corrected(word) | meaning for word, meaning in zip(reading, meanings, strict=True)
            ]
            found = candidates(reading, meanings, self.holding, most)
        weighted = WeightedReading(reading, meanings, self.vocabulary.weights(reading, meanings, head))
        evidence = self.evidence.of_reading(weighted, found.pool)
        for number in found.numbers:
            score = factor * evidence.weigh(number, weighted.match(self.words[number], self.texts[number]))
            if number not in best or score > best[number].score:
                best[number] = FoundTitle(score, weighted)
        return is_whole

    def _meanings(self, word: str, *, is_last: bool, correct: bool) -> Meanings:
        """A short word is the beginning of another only while it is being typed."""
        meanings = self.vocabulary.as_typed(word, begun=is_last or len(word) > SHORT)
        if not correct or (meanings and not (word in meanings and self.vocabulary.is_rare(word))):
            return meanings
        return self.vocabulary.corrected(word) | meanings

    def _hits(self, ranked: Iterable[int], best: Best) -> tuple[Hit, ...]:
        hits: dict[Target, Hit] = {}
        for number in ranked:
            entry = self.entries[number]
            if entry.target not in hits:
                hits[entry.target] = Hit(entry.target, entry.title, entry.stands_as, best[number].score)
        return tuple(hits.values())


def _merged(entries: Iterable[SearchEntry]) -> Iterable[SearchEntry]:
    """A title of a job once, with all the sources that name it."""
    found: dict[tuple, SearchEntry] = {}
    for entry in entries:
        key = (entry.title.casefold(), entry.target)
        before = found.get(key)
        found[key] = replace(before, sources=before.sources + entry.sources) if before else entry
    return found.values()


def _ranked(best: Best) -> list[int]:
    least = max((found.score for found in best.values()), default=0) * GOOD
    good = [number for number in best if best[number].score >= least]
    return sorted(good, key=lambda number: (-best[number].score, number))


_KINDS = tuple(SearchKind)
_STANDINGS = tuple(As)


def _preference(entry: SearchEntry) -> tuple:
    """Short titles, of jobs of many people; careers, current schemes of this country, names."""
    target, title = entry.target, entry.title
    standing = (_KINDS.index(target.kind), target.is_past, target.is_abroad, _STANDINGS.index(entry.stands_as))
    return (title.count(" "), -target.employment, *standing, len(title), title, target.scheme, target.code)
