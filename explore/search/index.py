from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from explore.search.answer import Hit, SearchAnswer
from explore.search.candidates import candidates
from explore.search.entry import As, SearchEntry, SearchKind
from explore.search.matching import Match, match
from explore.search.readings import Reading, readings_of
from explore.search.vocabulary import Meanings, Vocabulary
from explore.search.words import query_words, words_of

NUMBER = "I"
"""How a number of an entry is kept: in four bytes, where a set of them takes sixty for each."""


class TitleIndex:
    """Lower-numbered entries win ties."""

    def __init__(self, entries: Iterable[SearchEntry]):
        self.entries = sorted(entries, key=_preference)
        self.texts = [" ".join(words_of(entry.title)) for entry in self.entries]
        self.holding: dict[str, array[int]] = defaultdict(partial(array, NUMBER))
        for number, text in enumerate(self.texts):
            for word in set(text.split()):
                self.holding[word].append(number)
        self.vocabulary = Vocabulary({word: len(numbers) for word, numbers in self.holding.items()})

    def search(self, query: str, *, correct: bool = True) -> SearchAnswer:
        typed = tuple(query_words(query))
        best: dict[int, Match] = {}
        for reading in readings_of(typed, self.vocabulary) if typed else ():
            for number, found in self._matches(reading, correct=correct).items():
                if number not in best or found.score > best[number].score:
                    best[number] = found
        ranked = _ranked(best)
        read_as = best[ranked[0]].read_as if ranked else typed
        return SearchAnswer(query, "" if read_as == typed else " ".join(read_as), self._hits(ranked, best))

    def _matches(self, reading: Reading, *, correct: bool) -> dict[int, Match]:
        meanings = [self._meanings(word, correct=correct) for word in reading]
        numbers, whole = candidates(reading, meanings, self.holding)
        if correct and not whole:
            meanings = [
                self.vocabulary.corrected(word) | meaning for word, meaning in zip(reading, meanings, strict=True)
            ]
            numbers, _ = candidates(reading, meanings, self.holding)
        weights = self.vocabulary.weights(meanings)
        return {number: match(reading, meanings, weights, self.texts[number]) for number in numbers}

    def _meanings(self, word: str, *, correct: bool) -> Meanings:
        meanings = self.vocabulary.as_typed(word)
        return meanings if meanings or not correct else self.vocabulary.corrected(word)

    def _hits(self, ranked: Iterable[int], best: Mapping[int, Match]) -> tuple[Hit, ...]:
        hits = {}
        for number in ranked:
            entry = self.entries[number]
            hit = Hit(entry.target, entry.title, entry.stands_as, best[number].score)
            hits.setdefault((entry.target.kind, entry.target.scheme, entry.target.code), hit)
        return tuple(hits.values())


def _ranked(best: dict[int, Match]) -> list[int]:
    least = max((found.score for found in best.values()), default=0) / 2
    good = [number for number in best if best[number].score >= least]
    return sorted(good, key=lambda number: (-best[number].score, number))


_KINDS = tuple(SearchKind)
_STANDINGS = tuple(As)


def _preference(entry: SearchEntry) -> tuple:
    """Careers, current schemes of this country, names, then shorter titles."""
    target, title = entry.target, entry.title
    standing = (_KINDS.index(target.kind), target.is_past, target.is_abroad, _STANDINGS.index(entry.stands_as))
    return (*standing, len(title), title, target.scheme, target.code)
