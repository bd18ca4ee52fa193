"""What waits on the editors' desk, in piles. A higher room registers its own when Django starts.

A pile is counted and looked through by whoever may see what lies in it. Most are lists of rows, which the desk has
anyway; one whose things are computed rather than kept lists them itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Heading(StrEnum):
    """What the piles stand under, in the order of the desk."""

    DRAFTS = "Drafts"
    READERS = "From readers"
    DOUBTS = "Doubtful, and nothing said of it"
    AGE = "Grown old"
    SOURCES = "Sources"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in a pile that lists its own: what it is, what is the matter, and where to go (words and address)."""

    title: str
    matter: str
    ways: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Pile:
    """One kind of thing that waits: `count` and `address` are asked with the editor who looks.

    `why` says in a sentence what lies in it and what is to be done. `permission` is what one needs to see it.
    `things` lists what lies in it where no list of rows does; then `address` may be left out.
    """

    slug: str
    heading: Heading
    title: str
    why: str
    permission: str
    count: Callable[[Any], int]
    address: Callable[[Any], str] | None = None
    things: Callable[[], Sequence[Thing]] | None = None


_registered: list[Callable[[], Iterable[Pile]]] = []


def register(pile: Pile) -> None:
    """Put a pile on the desk; its slug is registered once."""
    if pile_named(pile.slug):
        raise ValueError(f"There is a pile {pile.slug} already.")
    register_each(lambda: [pile])


def register_each(piles: Callable[[], Iterable[Pile]]) -> None:
    """Put piles on the desk that are made when it is looked at: one for each of something that apps register."""
    _registered.append(piles)


def piles() -> list[Pile]:
    """Every pile, in the order in which they were registered."""
    return [pile for made in _registered for pile in made()]


def piles_for(user) -> list[Pile]:
    """The piles that `user` may look through, by heading, each heading's in the order in which they were registered."""
    headings = list(Heading)
    seen = [pile for pile in piles() if user.has_perm(pile.permission)]
    return sorted(seen, key=lambda pile: headings.index(pile.heading))


def pile_named(slug: str) -> Pile | None:
    """The pile of this slug; None where there is none."""
    return next((pile for pile in piles() if pile.slug == slug), None)
