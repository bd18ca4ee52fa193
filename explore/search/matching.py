"""How well a title matches what was typed. Pure: no database."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings

FOR_WORDS, FOR_LIKENESS = 0.8, 0.2


class Match(NamedTuple):
    """A score from 0 to 1, and the words as they were read to match."""

    score: float
    read_as: Reading


def match(reading: Reading, meanings: Sequence[Meanings], weights: Sequence[float], title: str) -> Match:
    """Hold a title, its words with blanks between them, against a reading.

    Most of the score is for the words found, a rare word counting for more (`weights`, which make 1 together); the
    rest is for how like the whole title is, so that of two titles with the words the one with less beside them wins.
    """
    share, meant, read_as = 0.0, [], []
    words = title.split()
    for word, meaning, weight in zip(reading, meanings, weights, strict=True):
        likely, held = _best(meaning, words)
        share += weight * likely
        meant.append(held or word)
        read_as.append(_read(word, held))
    likeness = ratio(" ".join(meant), title) / 100
    return Match(FOR_WORDS * share + FOR_LIKENESS * likeness, tuple(read_as))


def _best(meaning: Meanings, words: Sequence[str]) -> tuple[float, str]:
    """How likely the likeliest of the title's words is meant, and which it is; (0, "") where none is."""
    best = (0.0, "")
    for word in words:
        if word in meaning and (meaning[word], word) > best:
            best = (meaning[word], word)
    return best


def _read(word, held):
    """A word whose beginning was typed was not read otherwise."""
    return word if not held or held.startswith(word) else held
