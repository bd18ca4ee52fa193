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


def match(reading: Reading, meanings: Sequence[Meanings], weights: Sequence[float], title: Sequence[str]) -> Match:
    """Hold a title's words against a reading's.

    Most of the score is for the words found, a rare word counting for more (`weights`); the rest is for how like
    the whole title is, so that of two titles with the words the one with less beside them wins.
    """
    found = [_best(meaning, title) for meaning in meanings]
    share = sum(w * likely for w, (likely, _) in zip(weights, found, strict=True)) / sum(weights)
    meant = [held or word for (_, held), word in zip(found, reading, strict=True)]
    likeness = ratio(" ".join(meant), " ".join(title)) / 100
    read_as = tuple(_read(word, held) for word, (_, held) in zip(reading, found, strict=True))
    return Match(FOR_WORDS * share + FOR_LIKENESS * likeness, read_as)


def _best(meaning, title) -> tuple[float, str]:
    """How likely the likeliest of the title's words is meant, and which it is; (0, "") where none is."""
    return max(((meaning[word], word) for word in title if word in meaning), default=(0.0, ""))


def _read(word, held):
    """A word whose beginning was typed was not read otherwise."""
    return word if not held or held.startswith(word) else held
