"""How much memory a worker takes with a full cache."""

import re
import time
from collections.abc import Iterable, Iterator

from bench.client import ask, ask_well
from bench.servers import Server

KEPT = 64
"""Megabytes that a worker keeps unless it is told otherwise (RUNGS_CACHE_MB): most for plain addresses."""
PLAIN, QUERIED = 0.75 * KEPT, 0.25 * KEPT
LONGEST = 600
"""Seconds for each kind of addresses, at most: what a slow machine has not filled by then, it does not fill."""
BESIDES = 2_000
"""Bytes that serving.response_cache counts for each answer besides its body."""


def fill(server: Server) -> tuple[float, float]:
    """Fill the cache; gives megabytes cached and resident."""
    paths = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", ask_well(server, "/sitemap.xml").body.decode())
    occupations = [path for path in paths if path.startswith("/occupations/")]
    put = _put(server, [*paths, *(f"/api/v1{path}" for path in occupations)], PLAIN)
    put += _put(server, _made_up(paths), QUERIED, times=2)
    return put, server.megabytes()


def _made_up(paths: list[str]) -> Iterator[str]:
    for number in range(1_000):
        yield from (f"{path}{'&' if '?' in path else '?'}again={number}" for path in paths)


def _put(server: Server, addresses: Iterable[str], room: float, *, times: int = 1) -> float:
    """Request each address often enough to be cached; gives megabytes cached."""
    put, until = 0.0, time.monotonic() + LONGEST
    for address in addresses:
        answers = [ask(server, address) for _ in range(times)]
        put += (len(answers[-1].sent) + BESIDES) / 1024**2 if answers[-1].status == 200 else 0
        if put > room or time.monotonic() > until:
            break
    return min(put, room)
