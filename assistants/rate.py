import time
from collections import OrderedDict
from threading import Lock

PER_MINUTE = 120
MOST_ASKERS = 10_000


class RateLimit:
    """So many requests a minute of each asker, who then gathers them again one by one. In this process."""

    def __init__(self, per_minute: int = PER_MINUTE) -> None:
        self._per_minute = per_minute
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, asker: str) -> int:
        """Seconds until the asker may ask again; 0 for now, which counts."""
        now = time.monotonic()
        with self._lock:
            left, seen = self._left.pop(asker, (float(self._per_minute), now))
            left = min(self._per_minute, left + (now - seen) * self._per_minute / 60)
            may = left >= 1
            self._left[asker] = (left - 1 if may else left), now
            while len(self._left) > MOST_ASKERS:
                self._left.popitem(last=False)
        return 0 if may else max(1, round((1 - left) * 60 / self._per_minute))
