from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from explore.search.readings import Reading
from explore.search.vocabulary import Meanings
from explore.search.words import without_levels

FOR_WORDS, FOR_LIKENESS = 0.65, 0.35


@dataclass(frozen=True, slots=True)
class WeightedReading:
    """A reading with what each of its words may mean, and how much each counts; the weights' sum is 1."""

    words: Reading
    meanings: Sequence[Meanings]
    weights: Sequence[float]

    def match(self, title: Sequence[str], text: str) -> float:
        """From 0 to 1: most for the title's words that are meant, the rest for likeness to its `text`."""
        share, held = 0.0, []
        for meaning, weight in zip(self.meanings, self.weights, strict=True):
            likely, word = _best(meaning, title)
            if word:
                share += weight * likely
                held.append(word)
        return FOR_WORDS * share + FOR_LIKENESS * ratio(without_levels(held), text) / 100

    def read_in(self, title: Sequence[str]) -> Reading:
        """The reading with its words as this title spells them."""
        return tuple(
            _read(word, _best(meaning, title)[1]) for word, meaning in zip(self.words, self.meanings, strict=True)
        )

    def weight_in(self, name: frozenset[str]) -> float:
        """How much of it a job's name has."""
        shares = zip(self.meanings, self.weights, strict=True)
        return sum(weight for meaning, weight in shares if not name.isdisjoint(meaning))


def _best(meaning: Meanings, words: Sequence[str]) -> tuple[float, str]:
    """(0, "") if no word is similar."""
    best = (0.0, "")
    for word in words:
        if word in meaning and (meaning[word], word) > best:
            best = (meaning[word], word)
    return best


def _read(word: str, held: str) -> str:
    return word if not held or held.startswith(word) else held
