from collections.abc import Iterator

from explore.search.initials import Initials
from explore.search.synonyms import OTHER_MEANINGS, SHORT_FORMS
from explore.search.vocabulary import Vocabulary
from explore.search.words import LEVELS

Reading = tuple[str, ...]

SHORTEST_ROOT = 4
_OF_DOERS = ("er", "or")
_OF_DOING = "ing"
_OF_WHO_DOES = {"ant": 1, "e": 1, "er": 1, "or": 1, "": 0.1}
"""Endings of those who do it, with weights: without an ending it is mostly the thing that is done ("account")."""


def readings_of(words: Reading, vocabulary: Vocabulary) -> list[Reading]:
    found = [
        *doers_of(words, vocabulary),
        words,
        *_written_out(words),
        *_joined(words, vocabulary),
        _parted(words, vocabulary),
    ]
    return list(dict.fromkeys(map(_plain, found)))


def last_readings(words: Reading, head: set[str], vocabulary: Vocabulary, initials: Initials) -> list[Reading]:
    """What else is tried where no title has every word."""
    main = tuple(word for word in words if word in head) or words
    spelled_out = [*_spelled_out(main, initials)]
    found = [main, *_written_out(main), *(spelled_out or [_shortened(words, vocabulary)])]
    return [reading for reading in dict.fromkeys(found) if reading != words]


def doers_of(words: Reading, vocabulary: Vocabulary) -> list[Reading]:
    """Who does what alone is asked for: ("nursing",) gives ("nurse",), and ("accounting",) gives ("accountant",)."""
    root = words[0].removesuffix(_OF_DOING)
    if len(words) > 1 or root == words[0] or len(root) < SHORTEST_ROOT:
        return []
    found = {root + ending: weight for ending, weight in _OF_WHO_DOES.items() if root + ending in vocabulary}
    likeliest = sorted(found, key=lambda doer: found[doer] * vocabulary.frequencies[doer])[-1:]
    return [(doer,) for doer in likeliest]


def roots_of(words: Reading, vocabulary: Vocabulary) -> list[Reading]:
    """What somebody does who is called so: ("carer",) gives ("care",), and ("blogger",) gives ("blog",)."""
    word = words[0]
    if len(words) > 1 or not word.endswith(_OF_DOERS) or word not in vocabulary:
        return []
    roots = [word[:-1], word[:-2], *([word[:-3]] if word[-3] == word[-4:-3] else [])]
    return [(root,) for root in roots if len(root) >= SHORTEST_ROOT and root in vocabulary]


def _plain(words: Reading) -> Reading:
    """Without words for a level, as far as others are left."""
    return tuple(word for word in words if word not in LEVELS) or words


def _written_out(words: Reading) -> Iterator[Reading]:
    """("db", "admin") gives ("database", "admin")."""
    for forms in (SHORT_FORMS, SHORT_FORMS | OTHER_MEANINGS):
        yield tuple(part for word in words for part in forms.get(word, word).split())


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


def _spelled_out(words: Reading, initials: Initials) -> Iterator[Reading]:
    """("sde", "ii") gives ("software", "development", "engineer")."""
    if len(known := _plain(words)) == 1:
        yield from initials.titles(known[0])


def _shortened(words: Reading, vocabulary: Vocabulary) -> Reading:
    """("brickie",) gives ("brick",)."""
    return tuple(word if word in vocabulary else vocabulary.known_beginning(word) or word for word in words)
