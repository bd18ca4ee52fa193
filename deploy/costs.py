"""What a response costs: python -m deploy.costs

Processor seconds per response, by part of a cluster. Unlike throughput, this hardly depends on other load.
docs/scaling.md uses the results.
"""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

from deploy.cluster import FRONT, HOST, SERVERS, MissingError, RunningCluster, cluster

GUIDE = "/careers/medical-records-administrator/"
LIST = "/api/v1/salaries/?page_size=24"
MANY, FEW = 2_000, 50
TICKS = os.sysconf("SC_CLK_TCK")
PARTS = {"nginx": r"nginx", "rungs": r"config\.serve", "postgres": r"postgres"}

_new = count(1)


@dataclass(frozen=True)
class RequestKind:
    """A kind of request: port, repetitions, pause (seconds), address and user."""

    words: str
    port: int
    times: int
    address: Callable[[], str]
    is_known: bool = False
    pause: float = 0


KINDS = (
    RequestKind(
        "guide, kept by nginx", FRONT, MANY, lambda: GUIDE, pause=0.011
    ),  # nginx lets through a hundred a second
    RequestKind("guide, kept by a process", SERVERS[0], MANY, lambda: GUIDE),
    RequestKind("guide, known to the reader (304)", SERVERS[0], MANY, lambda: GUIDE, is_known=True),
    RequestKind("list of 24 salaries, kept by a process", SERVERS[0], MANY, lambda: LIST),
    RequestKind("guide, made anew", SERVERS[0], FEW, lambda: f"{GUIDE}?{next(_new)}"),
    RequestKind(
        "list of salaries, made anew", SERVERS[0], FEW, lambda: f"/api/v1/salaries/?page_size={next(_new) % 200 + 1}"
    ),
)


def measure(running: RunningCluster, kind: RequestKind) -> tuple[dict[str, float], int]:
    """Processor microseconds per response by part, and bytes sent."""
    connection = HTTPConnection(HOST, kind.port, timeout=30)
    headers = {"Accept-Encoding": "gzip"}
    size, tag = _ask(connection, kind.address(), headers)
    if kind.is_known:
        headers["If-None-Match"] = tag
    before = {part: sum(_ticks(running, part)) for part in PARTS}
    for _ in range(kind.times):
        size, _tag = _ask(connection, kind.address(), headers)
        time.sleep(kind.pause)
    connection.close()
    spent = {part: sum(_ticks(running, part)) - before[part] for part in PARTS}
    return {part: ticks / TICKS / kind.times * 1e6 for part, ticks in spent.items()}, size


def _ask(connection: HTTPConnection, address: str, headers: dict[str, str]) -> tuple[int, str]:
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    if answer.status not in (200, 304):
        raise MissingError(f"{address} answered {answer.status}.")
    return len(answer.read()), answer.getheader("ETag", "")


def _ticks(running: RunningCluster, part: str) -> Iterator[int]:
    ours = {running.nginx.pid, *(server.pid for server in running.servers), *running.postmasters()}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue  # it has just ended
        if {int(folder.name), int(fields[1])} & ours and re.search(PARTS[part], command):
            yield int(fields[11]) + int(fields[12])


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        with cluster(record=False) as running:
            print("| answer | bytes sent | nginx µs | application µs | database µs | a second on a core |")
            print("|---|---:|---:|---:|---:|---:|")
            for kind in KINDS:
                spent, size = measure(running, kind)
                columns = " | ".join(f"{spent[part]:,.0f}" for part in PARTS)
                print(f"| {kind.words} | {size:,} | {columns} | {1e6 / max(sum(spent.values()), 1):,.0f} |", flush=True)
    except MissingError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
