from collections import OrderedDict
from collections.abc import Hashable, Iterator
from threading import Lock

from serving.cached_response import CachedResponse

REMEMBERED_MISSES = 10_000


class LRUCache:
    """Least recently used out; at most `capacity` bytes."""

    def __init__(self, capacity: int, *, only_asked_twice: bool) -> None:
        self.capacity, self.size = capacity, 0
        self._only_asked_twice = only_asked_twice
        self._responses: OrderedDict[Hashable, CachedResponse] = OrderedDict()
        self._missed_once: OrderedDict[int, None] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._responses)

    def __iter__(self) -> Iterator[CachedResponse]:
        with self._lock:
            return iter(list(self._responses.values()))

    def find(self, key: Hashable) -> CachedResponse | None:
        with self._lock:
            if (response := self._responses.get(key)) is not None:
                self._responses.move_to_end(key)
            return response

    def put(self, key: Hashable, response: CachedResponse, *, is_wanted: bool = False) -> None:
        """A full cache stores a response on its second miss only."""
        with self._lock:
            self._remove(key)
            must_be_asked_twice = self._only_asked_twice or self.size + len(response) > self.capacity
            if must_be_asked_twice and not is_wanted and not self._was_missed(hash(key)):
                return
            self._responses[key] = response
            self.size += len(response)
            while self.size > self.capacity:
                self._remove(next(iter(self._responses)))

    def _remove(self, key: Hashable) -> None:
        if (gone := self._responses.pop(key, None)) is not None:
            self.size -= len(gone)
            self._missed_once[hash(key)] = None  # may come back at its next miss

    def _was_missed(self, number: int) -> bool:
        if number in self._missed_once:
            return True
        self._missed_once[number] = None
        if len(self._missed_once) > REMEMBERED_MISSES:
            self._missed_once.popitem(last=False)
        return False
