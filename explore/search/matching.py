from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings

FOR_WORDS, FOR_LIKENESS = 0.8, 0.2


class Match(NamedTuple):
    score: float
    read_as: Reading


def match(reading: Reading, meanings: Sequence[Meanings], weights: Sequence[float], title: str) -> Match:
    """Most of the score is for matched words by `weights` (sum 1), the rest for similarity."""
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
    """(0, "") if no word is similar."""
    best = (0.0, "")
    for word in words:
        if word in meaning and (meaning[word], word) > best:
            best = (meaning[word], word)
    return best


def _read(word: str, held: str) -> str:
    return word if not held or held.startswith(word) else held
