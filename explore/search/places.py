"""States and cities in a query."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet

from explore.reference_releases import newest_yardstick
from facts.models import Industry, Place
from salaries.models import Wage

WORD = re.compile(r"[^\W_](?:[\w'’./&+-]*[\w'’+])?")
NEAR = frozenset(("in", "near", "around", "at"))
LONGEST_NAME = 4
ALL_JOBS = "00-0000"
OTHER_NAMES = {"washington dc": "us-dc", "dc": "us-dc", "nyc": "new york", "sf": "san francisco"}
"""What people call a place, and its code or the first city of its area's name."""


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """`rest`: the query without the place."""

    place: Place
    rest: str


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """By name in lowercase; `postal` by the two letters of a state."""

    states: dict[str, Place] = field(default_factory=dict)
    postal: dict[str, Place] = field(default_factory=dict)
    cities: dict[str, list[Place]] = field(default_factory=dict)

    def find(self, text: str) -> PlaceFound | None:
        """The longest name that stands where a place does: a state anywhere, a city at an end or after "in"."""
        words = list(WORD.finditer(text))
        for size in range(min(LONGEST_NAME, len(words)), 0, -1):
            for at in range(len(words) - size, -1, -1):
                if place := self._at(words, at, at + size):
                    return PlaceFound(place, _without(text, words, at, at + size))
        return None

    def _at(self, words: Sequence[re.Match], start: int, end: int) -> Place | None:
        name = " ".join(word[0].strip(".").lower() for word in words[start:end])
        name = OTHER_NAMES.get(name, name.removesuffix(" city"))
        is_led = start > 0 and words[start - 1][0].lower() in NEAR
        is_last = end == len(words)
        if end - start == 1 and name in self.postal and (words[start][0].isupper() and (is_led or is_last)):
            return self.postal[name]
        if state := self.states.get(name):
            return state
        is_certain = is_led or (is_last and start > 0) or (end - start > 1 and (start == 0 or is_last))
        return next(iter(self.cities.get(name, ()) if is_certain else ()), None) or self._in_state(name)

    def _in_state(self, name: str) -> Place | None:
        """ "columbus ohio" and "columbus oh" are the one of that state."""
        city, _, state = name.rpartition(" ")
        wanted = self.states.get(state) or self.postal.get(state)
        return next((place for place in self.cities.get(city, ()) if _is_in(place, wanted)), None) if wanted else None


def read_place_names() -> PlaceNames:
    """Places that official figures of this country are given for, the larger first. Four queries."""
    names = PlaceNames()
    for place in _counted().order_by("name"):
        if place.kind == Place.Kind.STATE:
            names.states[place.name.lower()] = names.states[place.code.lower()] = place
            names.postal[place.code.rpartition("-")[2].lower()] = place
    people = _people()
    areas = _counted().filter(kind=Place.Kind.METRO)
    for place in sorted(areas, key=lambda place: (-people.get(place.pk, 0), place.code)):
        for city in _cities(place):
            names.cities.setdefault(city, []).append(place)
    return names


def _counted() -> QuerySet[Place]:
    return Place.objects.filter(Exists(Wage.objects.filter(place=OuterRef("pk"))))


def _people() -> dict[int, int]:
    wages = Wage.objects.filter(
        release=newest_yardstick().wages, occupation__code=ALL_JOBS, industry__code=Industry.ALL
    )
    return {place: people or 0 for place, people in wages.values_list("place", "employment")}


def _cities(place: Place) -> Iterator[str]:
    """ "New York-Newark-Jersey City, NY-NJ" has three."""
    cities, _, _ = place.name.partition(",")
    yield from filter(None, (city.strip().lower() for city in re.split(r"-|/", cities)))


def _is_in(place: Place, state: Place) -> bool:
    _, _, states = place.name.partition(",")
    return state.code.rpartition("-")[2] in re.findall(r"[A-Z]{2}", states)


def _without(text: str, words: Sequence[re.Match], start: int, end: int) -> str:
    """The text before and after, without what led to the place."""
    if start > 0 and words[start - 1][0].lower() in NEAR:
        start -= 1
    before, after = text[: words[start].start()], text[words[end - 1].end() :]
    return f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip()
