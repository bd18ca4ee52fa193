"""Rows of lists as JSON, each made once in an edition: many lists show the same rows.

Which rows a list has, and in which order, is asked of the database every time.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock

from facts.models import Edition

ROOM = 16 * 1024 * 1024
"""Bytes that a process keeps of them."""
OVERHEAD = 250
"""Bytes that a row takes besides its JSON, about."""

Key = tuple[object, ...]


class KeptRows:
    """JSON of rows of one edition, at most `room` bytes; the one longest unasked makes room."""

    def __init__(self, room: int = ROOM):
        self.room, self.taken = room, 0
        self._moment: tuple[int, datetime] | None = None
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = Lock()

    def take(
        self, edition: Edition | None, keys: list[Key], make: Callable[[list[Key]], Iterable[tuple[Key, bytes]]]
    ) -> list[bytes]:
        """The JSON of the rows with these keys, in their order; `make` is asked for those that are not kept.

        A row that `make` does not find, since somebody has just withdrawn it, is left out. Before the first edition
        nothing tells what has changed, so nothing is kept.
        """
        found = self._find(edition, keys)
        if missing := [key for key in keys if key not in found]:
            made = dict(make(missing))
            self._put(edition, made)
            found |= made
        return [found[key] for key in keys if key in found]

    def forget(self) -> None:
        """Keep nothing of what was."""
        with self._lock:
            self._begin(None)

    def _begin(self, moment):
        self._kept.clear()
        self.taken, self._moment = 0, moment

    def _find(self, edition, keys):
        with self._lock:
            if edition is not None and self._moment != _moment_of(edition):
                self._begin(_moment_of(edition))
            found = {key: self._kept[key] for key in keys if edition is not None and key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
            return found

    def _put(self, edition, made):
        with self._lock:
            if edition is None or self._moment != _moment_of(edition):
                return  # what was made meanwhile is of another edition
            for key, text in made.items():
                if key not in self._kept:
                    self._kept[key] = text
                    self.taken += len(text) + OVERHEAD
            while self.taken > self.room:
                self.taken -= len(self._kept.popitem(last=False)[1]) + OVERHEAD


def _moment_of(edition) -> tuple[int, datetime]:
    return edition.number, edition.published_at


kept_rows = KeptRows()
