from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock

from facts.edition_key import EditionKey
from facts.models import Edition

CAPACITY = 16 * 1024 * 1024
PER_ROW = 250
"""Bytes that a row takes besides its text, about."""

Key = tuple[object, ...]


class RowCache:
    """Least recently used out; `capacity` is in bytes."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity, self.size = capacity, 0
        self._edition: EditionKey | None = None
        self._rows: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = Lock()

    def get(
        self, edition: Edition | None, keys: list[Key], make: Callable[[list[Key]], Iterable[tuple[Key, bytes]]]
    ) -> list[bytes]:
        """`make` gives missing rows; rows just withdrawn are skipped."""
        key = EditionKey.of(edition) if edition else None
        rows = self._find(key, keys)
        if missing := [row for row in keys if row not in rows]:
            made = dict(make(missing))
            self._put(key, made)
            rows |= made
        return [rows[row] for row in keys if row in rows]

    def clear(self) -> None:
        with self._lock:
            self._restart(None)

    def _restart(self, edition: EditionKey | None) -> None:
        self._rows.clear()
        self.size, self._edition = 0, edition

    def _find(self, edition: EditionKey | None, keys: list[Key]) -> dict[Key, bytes]:
        if edition is None:
            return {}
        with self._lock:
            if self._edition != edition:
                self._restart(edition)
            rows = {key: self._rows[key] for key in keys if key in self._rows}
            for key in rows:
                self._rows.move_to_end(key)
            return rows

    def _put(self, edition: EditionKey | None, made: dict[Key, bytes]) -> None:
        with self._lock:
            if edition is None or self._edition != edition:
                return  # another edition came out meanwhile
            for key, text in made.items():
                if key not in self._rows:
                    self._rows[key] = text
                    self.size += len(text) + PER_ROW
            while self.size > self.capacity:
                self.size -= len(self._rows.popitem(last=False)[1]) + PER_ROW
