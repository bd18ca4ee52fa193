"""What waits on the desk. Other apps register their own queues when Django starts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class QueueHeading(StrEnum):
    """What the queues stand under, in the order of the desk."""

    DRAFTS = "Drafts"
    READERS = "From readers"
    DOUBTS = "Doubtful, and nothing said of it"
    AGE = "Grown old"
    SOURCES = "Sources"


@dataclass(frozen=True, slots=True)
class QueueItem:
    """What it is, what is wrong, and links as words and address."""

    title: str
    matter: str
    links: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """`items` lists what has no list of rows; then `address` may be left out."""

    slug: str
    heading: QueueHeading
    title: str
    why: str
    permission: str
    count: Callable[[Any], int]
    address: Callable[[Any], str] | None = None
    items: Callable[[], Iterable[QueueItem]] | None = None


_registered: list[Callable[[], Iterable[Queue]]] = []


def register(queue: Queue) -> None:
    if queue_named(queue.slug):
        raise ValueError(f"There is a queue {queue.slug} already.")
    register_each(lambda: [queue])


def register_each(queues: Callable[[], Iterable[Queue]]) -> None:
    """Register queues that are made when the desk is looked at: one for each of something that apps register."""
    _registered.append(queues)


def all_queues() -> list[Queue]:
    """In the order of registration."""
    return [queue for queues in _registered for queue in queues()]


def queues_for(user: Any) -> list[Queue]:
    """By heading, then in the order of registration."""
    headings = list(QueueHeading)
    seen = [queue for queue in all_queues() if user.has_perm(queue.permission)]
    return sorted(seen, key=lambda queue: headings.index(queue.heading))


def queue_named(slug: str) -> Queue | None:
    return next((queue for queue in all_queues() if queue.slug == slug), None)
