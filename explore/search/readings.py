from collections.abc import Iterator

from explore.search.synonyms import SHORT_FORMS
from explore.search.vocabulary import Vocabulary

Reading = tuple[str, ...]


def readings_of(words: Reading, vocabulary: Vocabulary) -> list[Reading]:
    found = [words, _written_out(words), *_joined(words, vocabulary), _parted(words, vocabulary)]
    return list(dict.fromkeys(found))


def _written_out(words: Reading) -> Reading:
    """("db", "admin") gives ("database", "admin")."""
    return tuple(part for word in words for part in SHORT_FORMS.get(word, word).split())


def _joined(words: Reading, vocabulary: Vocabulary) -> Iterator[Reading]:
    """("data", "base", "administrator") gives ("database", "administrator")."""
    for at in range(len(words) - 1):
        if (joined := words[at] + words[at + 1]) in vocabulary:
            yield (*words[:at], joined, *words[at + 2 :])


def _parted(words: Reading, vocabulary: Vocabulary) -> Reading:
    """("healthinformation",) gives ("health", "information")."""
    return tuple(part for word in words for part in _parts(word, vocabulary))


def _parts(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    return (word,) if word in vocabulary else vocabulary.parts(word) or (word,)
