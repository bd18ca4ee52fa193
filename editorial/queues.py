"""What waits on the desk. Other apps register their own queues when Django starts."""

from collections.abc import Callable, Sequence
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
    items: Callable[[], Sequence[QueueItem]] | None = None


_queues: dict[str, Queue] = {}


def register(queue: Queue) -> None:
    if queue.slug in _queues:
        raise ValueError(f"There is a queue {queue.slug} already.")
    _queues[queue.slug] = queue


def queues_for(user: Any) -> list[Queue]:
    """By heading, then in the order of registration."""
    headings = list(QueueHeading)
    seen = [queue for queue in _queues.values() if user.has_perm(queue.permission)]
    return sorted(seen, key=lambda queue: headings.index(queue.heading))


def queue_named(slug: str) -> Queue | None:
    return _queues.get(slug)
