import re
import unicodedata
from functools import lru_cache

LONGEST_QUERY = 200
MOST_WORDS = 12

# They tell nothing about a title, and people leave them out or put them in as they like.
SILENT = frozenset(("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"))

_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> list[str]:
    """ "Driver's & Nurses of Übersee" gives ["driver", "nurse", "ubersee"]."""
    words = [stem(word) for word in _WORD.findall(_plain(text))]
    return [word for word in words if word not in SILENT] or words


def query_words(text: str) -> list[str]:
    return list(dict.fromkeys(words_of(text[:LONGEST_QUERY])))[:MOST_WORDS]


@lru_cache(maxsize=50_000)  # titles repeat their words, and all of them are gone through for an index
def stem(word: str) -> str:
    """ "technicians" gives "technician", "secretaries" gives "secretary"."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "")
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
