from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings
from explore.search.words import without_levels

FOR_WORDS, FOR_LIKENESS = 0.65, 0.35


class Match(NamedTuple):
    score: float
    read_as: Reading


def match(reading: Reading, meanings: Sequence[Meanings], weights: Sequence[float], title: Sequence[str]) -> Match:
    """Most of the score is for matched words by `weights` (sum 1), the rest for similarity."""
    share, held, read_as = 0.0, [], []
    for word, meaning, weight in zip(reading, meanings, weights, strict=True):
        likely, found = _best(meaning, title)
        share += weight * likely
        if found:
            held.append(found)
        read_as.append(_read(word, found))
    likeness = ratio(without_levels(held), without_levels(title)) / 100
    return Match(FOR_WORDS * share + FOR_LIKENESS * likeness, tuple(read_as))


def _best(meaning: Meanings, words: Sequence[str]) -> tuple[float, str]:
    """(0, "") if no word is similar."""
    best = (0.0, "")
    for word in words:
        if word in meaning and (meaning[word], word) > best:
            best = (meaning[word], word)
    return best


def _read(word, held):
    return word if not held or held.startswith(word) else held
