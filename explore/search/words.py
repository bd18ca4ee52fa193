import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from explore.search.spelling import american

LONGEST_QUERY = 200
MOST_WORDS = 12

# They tell nothing about a title, and people leave them out or put them in as they like.
SILENT = frozenset(("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"))

NUMERALS = frozenset(("i", "ii", "iii", "iv", "v"))
LEVELS = NUMERALS | frozenset(
    ("jr", "junior", "sr", "senior", "level", "trainee", "certified", "licensed", "qualified")
)
"""Words for how far someone has come in a job, which is the same job without them."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_WORD = re.compile(r"[a-z0-9]+")
_JOINED_BY_AND = re.compile(r"\b([a-z]) ?& ?([a-z])\b")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_OF_WHOM = re.compile(r" (?:at|for|in|of|to|with) ")
_ENDINGS_OF_PEOPLE = ("person", "people", "woman", "women", "men")


def words_of(text: str) -> list[str]:
    """ "Driver's & Nurses of Übersee" gives ["driver", "nurse", "ubersee"], and "A&E nurse" gives ["ae", "nurse"]."""
    words = [stem(word) for word in _WORD.findall(_JOINED_BY_AND.sub(r"\1\2", _plain(text)))]
    return [word for word in words if word not in SILENT] or words


def query_words(text: str) -> list[str]:
    return list(dict.fromkeys(words_of(text[:LONGEST_QUERY])))[:MOST_WORDS]


def without_levels(words: Sequence[str]) -> str:
    return " ".join([word for word in words if word not in LEVELS] or words)


def head_of(text: str) -> set[str]:
    """The words that say what someone is, where others only say of whom: "assistant" of "assistant to a director"."""
    head = _OF_WHOM.split(_plain(text[:LONGEST_QUERY]), maxsplit=1)[0]
    return set(words_of(head))


@lru_cache(maxsize=50_000)  # titles repeat their words, and all of them are gone through for an index
def stem(word: str) -> str:
    """ "technicians" gives "technician", "secretaries" "secretary", "3rd" "third", "saleswoman" "salesman"."""
    if ordinal := _ORDINAL.fullmatch(word):
        place = int(ordinal[1])
        return ORDINALS[place - 1] if 1 <= place <= len(ORDINALS) else word
    return _of_people(american(_singular(word)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _of_people(word: str) -> str:
    ending = next((ending for ending in _ENDINGS_OF_PEOPLE if word.endswith(ending)), "")
    return f"{word.removesuffix(ending)}man" if ending and len(word) > len(ending) + 2 else word


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "")
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
