"""Skills named in a CV or a job advertisement. No database.

Names, parts of names, abbreviations and examples match, with small typing errors allowed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from explore.search.words import stem

LONGEST = 50_000
"""Characters of a text that are read."""
WORD = re.compile(r"[^\W_]+(?:[.+#'’-][^\W_]+)*[+#]*", re.UNICODE)
NEAR = 88
"""How like (of 100) a slip must be to what was meant."""
LONG_ENOUGH_FOR_SLIPS = 6
LITTLE = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)
TOO_COMMON = frozenset(
    ["skill", "skills", "system", "systems", "software", "application", "applications", "computer", "security", "data"]
)


@dataclass(frozen=True, slots=True)
class Wanted:
    key: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    wanted: Wanted
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    found: Found | None = None


def find(text: str, wanted: Iterable[Wanted]) -> list[Found]:
    """Each skill once, at its first place."""
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text[:LONGEST])]
    stems = [stem(word.casefold()) for word, _, _ in words]
    places: dict[str, list[int]] = {}
    for place, one in enumerate(stems):
        places.setdefault(one, []).append(place)
    found = filter(None, (_first(each, words, stems, places) for each in wanted))
    return sorted(found, key=lambda one: (one.start, -one.end))


def pieces(text: str, found: Iterable[Found]) -> Iterator[Piece]:
    at = 0
    for one in found:
        if one.start < at:
            continue
        if one.start > at:
            yield Piece(text[at : one.start])
        yield Piece(text[one.start : one.end], one)
        at = one.end
    if at < len(text):
        yield Piece(text[at:])


def phrases(wanted: Wanted) -> list[str]:
    plain = re.sub(r"\([^)]*\)", " ", wanted.name)
    parts = [plain, *re.findall(r"\(([^)]*)\)", wanted.name), *re.split(r",| and | or |/", plain), *wanted.also]
    return list(dict.fromkeys(part.strip() for part in parts if _says_enough(part)))


def _says_enough(phrase: str) -> bool:
    words = [word.casefold() for word in WORD.findall(phrase)]
    return bool(words) and not all(word in LITTLE | TOO_COMMON for word in words)


def _first(wanted: Wanted, words: Sequence, stems: list[str], places: Mapping[str, list[int]]) -> Found | None:
    for phrase in phrases(wanted):
        sought = [stem(word.casefold()) for word in WORD.findall(phrase)]
        place = _word_for_word(sought, stems, places)
        if place is None:
            place = _with_a_slip(sought, stems)
        if place is not None:
            start, end = words[place][1], words[place + len(sought) - 1][2]
            return Found(wanted, start, end, phrase)
    return None


def _word_for_word(sought: list[str], stems: list[str], places: Mapping[str, list[int]]) -> int | None:
    starts = places.get(sought[0], ())
    return next((place for place in starts if stems[place : place + len(sought)] == sought), None)


def _with_a_slip(sought: list[str], stems: list[str]) -> int | None:
    meant = " ".join(sought)
    if len(meant) < LONG_ENOUGH_FOR_SLIPS or meant.isdecimal():
        return None
    for place in range(len(stems) - len(sought) + 1):
        window = " ".join(stems[place : place + len(sought)])
        if abs(len(window) - len(meant)) <= 2 and fuzz.ratio(window, meant) >= NEAR:
            return place
    return None
