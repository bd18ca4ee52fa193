"""Jobs by the codes of classifications, whole or as far as typed."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from explore.search.entry import SearchEntry

CODE = re.compile(r"\d[\d.-]{1,14}")
_BETWEEN = re.compile(r"[.-]")


class Codes:
    def __init__(self, entries: Iterable[SearchEntry]):
        self.entries: dict[str, list[SearchEntry]] = defaultdict(list)
        for entry in entries:
            self.entries[_BETWEEN.sub("", entry.title)].append(entry)
        self.sorted = sorted(self.entries)

    def find(self, query: str) -> list[SearchEntry]:
        """Those of the very code, else of the codes that begin so; the jobs of most people first."""
        query = query.strip()
        digits = _BETWEEN.sub("", query)
        if not CODE.fullmatch(query) or not digits:
            return []
        same = self.entries.get(digits, [])
        exact = [entry for entry in same if entry.title == query]
        return sorted(exact or same or self._beginning_with(digits), key=_preference)

    def _beginning_with(self, digits: str) -> list[SearchEntry]:
        start, end = bisect_left(self.sorted, digits), bisect_left(self.sorted, f"{digits}:")
        return [entry for code in self.sorted[start:end] for entry in self.entries[code]]


def _preference(entry: SearchEntry) -> tuple:
    target = entry.target
    return target.is_past, target.is_abroad, -target.employment, target.scheme, target.code
