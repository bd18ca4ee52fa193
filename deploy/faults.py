"""Break one part of a cluster under load, and count what readers notice: python -m deploy.faults replica

    replica     the replica is stopped and restarted
    primary     the primary is killed, as by a power loss, and restarted
    worker      one worker process is killed
    restart     one server gets SIGTERM, and another takes its place
    database    both databases are stopped for --seconds
    downloads   ten clients download everything at once
    unread      a client requests everything and reads nothing
    sign-ins    ninety clients sign in with wrong passwords
    slow        three hundred clients send a byte at a time
    full-start, full-publish, full-backup
                the disk of a SQLite server is full when it starts, when an edit is published, when it is backed up

Prints counts, the 99th percentile of waits and the longest /healthz, beside the longest wait for a server that does
nothing, which is the machine's own; exits with 1 if readers met errors they should not. Floods bypass nginx, whose
limits would stop them.
"""

import argparse
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Self

from deploy.cluster import FRONT, HOST, MissingError, RunningCluster, cluster, is_well
from deploy.floods import ClientOutcome, Flood, download, health_waits, read_nothing, send_slowly, sign_in

GUIDE = "/careers/medical-records-administrator/"
KNOWN = ("/", "/careers/", GUIDE, "/fact-checks/", "/api/v1/careers/", "/api/v1/salaries/?page_size=24")
THREADS = 4
AROUND = 5
"""Seconds of load before a fault, and after it is over."""
LONGEST_TO_RECOVER = 5.0
MOST_RATE, MOST_SECONDS = 200, 300

_numbers = itertools.count(1)


@dataclass
class Load:
    """Readers at a fixed rate. `known` addresses may be cached, `new` ones cannot, `desk` reads from the primary."""

    rate: int
    port: int = FRONT
    counts: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._ask_on) for _ in range(THREADS)]

    def __enter__(self) -> Self:
        for address in KNOWN:
            self._ask("known", address)
        self.counts.clear()
        self.waits.clear()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _ask_on(self) -> None:
        while not self._over.wait(THREADS / self.rate):
            number = next(_numbers)
            kind = ("known", "known", "new", "desk")[number % 4]
            new = f"/sources/?{number}"  # a page that no query changes, but an address of its own
            self._ask(kind, {"known": KNOWN[number % len(KNOWN)], "new": new, "desk": "/admin/"}[kind])

    def _ask(self, kind: str, address: str) -> None:
        connection, start = HTTPConnection(HOST, self.port, timeout=20), time.monotonic()
        try:
            connection.request("GET", address, headers={"Cookie": "sessionid=of-no-editor"} if kind == "desk" else {})
            self._count(kind, address, connection.getresponse())
        except (OSError, HTTPException) as error:
            self.counts[kind, type(error).__name__] += 1
        finally:
            connection.close()
            if kind == "known":
                self.waits.append(time.monotonic() - start)

    def percentile(self, share: float) -> float:
        """Milliseconds, for known pages."""
        waits = sorted(self.waits)
        return waits[min(int(len(waits) * share), len(waits) - 1)] * 1_000 if waits else 0.0

    def _count(self, kind: str, address: str, answer: HTTPResponse) -> None:
        body = answer.read()
        self.counts[kind, str(answer.status)] += 1
        if b"Traceback" in body or (answer.status == 503 and not answer.getheader("Retry-After")):
            self.wrong.append(address)

    def failed(self, *kinds: str, but: tuple[str, ...] = ()) -> int:
        fine = {"200", "302", *but}
        return sum(count for (kind, outcome), count in self.counts.items() if kind in kinds and outcome not in fine)


@dataclass(frozen=True)
class Fault:
    """How to break and mend a part, and how many failed requests are too many."""

    words: str
    breaks: Callable[[RunningCluster], None]
    mends: Callable[[RunningCluster], None]
    failed: Callable[[Load], int]


def _kill_worker(running: RunningCluster) -> None:
    os.kill(running.workers()[0], signal.SIGKILL)


def _stop_both(running: RunningCluster) -> None:
    running.replica.stop()
    running.primary.stop()


def _start_both(running: RunningCluster) -> None:
    running.primary.start()
    running.replica.start()


FAULTS = {
    "replica": Fault(
        "the replica stopped",
        lambda running: running.replica.stop(),
        lambda running: running.replica.start(),
        lambda load: load.failed("known", "new", "desk"),
    ),
    "primary": Fault(
        "the primary killed",
        lambda running: running.primary.kill(),
        lambda running: running.primary.start_again(),
        lambda load: load.failed("known", "new") + load.failed("desk", but=("503",)),
    ),
    "worker": Fault(
        "a worker killed",
        _kill_worker,
        lambda running: None,
        lambda load: load.failed("known", "new", "desk"),
    ),
    "restart": Fault(
        "a server restarted",
        lambda running: running.restart_server(),
        lambda running: None,
        lambda load: load.failed("known", "new", "desk"),
    ),
    "database": Fault(
        "both databases stopped",
        _stop_both,
        _start_both,
        lambda load: load.failed("known") + load.failed("new", "desk", but=("503",)),
    ),
}


def suffer(running: RunningCluster, fault: Fault, *, rate: int, seconds: float) -> bool:
    with Load(rate) as load:
        time.sleep(AROUND)
        fault.breaks(running)
        time.sleep(seconds)
        fault.mends(running)
        recovered = _seconds_until_well()
        time.sleep(AROUND)
    counts = ", ".join(f"{kind} {outcome}: {count}" for (kind, outcome), count in sorted(load.counts.items()))
    failed = fault.failed(load) + len(load.wrong)
    print(f"{fault.words} for {seconds:.0f} s: {failed} of {load.counts.total()} requests failed", flush=True)
    print(f"  {counts}; well {recovered:.1f} s after its return", flush=True)
    print(f"  readers' 99th percentile {load.percentile(0.99):.0f} ms", flush=True)
    return failed == 0 and recovered <= LONGEST_TO_RECOVER


FLOODS = {
    "downloads": Flood("ten downloads at once", 10, download),
    "unread": Flood("a client that reads nothing", 1, read_nothing),
    "sign-ins": Flood("ninety sign-ins at once", 90, sign_in),
    "slow": Flood("three hundred slow clients", 300, send_slowly),
}
FULL_DISK = ("full-start", "full-publish", "full-backup")
LONGEST_HEALTHZ = 100
"""Milliseconds."""


def withstand(running: RunningCluster, flood: Flood, *, rate: int, seconds: float) -> bool:
    with Load(rate) as load, health_waits() as waits:
        time.sleep(AROUND)
        before = running.megabytes()
        outcomes = flood.run(seconds)
        grown = running.megabytes() - before
        time.sleep(AROUND)
    failed = (
        load.failed("known", "new", "desk", but=("503",)) + len(load.wrong) + sum(not one.is_fine for one in outcomes)
    )
    healthz, bare = (max(seconds, default=0.0) * 1_000 for seconds in (waits.healthz, waits.bare))
    print(f"{flood.words}: {failed} of {load.counts.total() + len(outcomes)} requests failed", flush=True)
    print(f"  readers' 99th percentile {load.percentile(0.99):.0f} ms, longest /healthz {healthz:.0f} ms", flush=True)
    print(f"  beside it a bare server took up to {bare:.0f} ms; load {os.getloadavg()[0]:.1f}", flush=True)
    print(f"  {_counts_of(outcomes)}; processes grew by {grown:.1f} MB", flush=True)
    return failed == 0 and healthz <= LONGEST_HEALTHZ


def fill_disk(when: str, *, rate: int) -> bool:
    """In a namespace of its own, whose disk is small."""
    namespace = ["unshare", "--user", "--map-root-user", "--mount"]
    command = [*namespace, sys.executable, "-m", "deploy.full_disk_server", when, str(rate)]
    return subprocess.run(command).returncode == 0  # noqa: S603


def _counts_of(outcomes: list[ClientOutcome]) -> str:
    counts = Counter(outcome.words for outcome in outcomes)
    return ", ".join(f"{words}: {count}" for words, count in sorted(counts.items()))


def _seconds_until_well() -> float:
    since = time.monotonic()
    while not is_well(FRONT) and time.monotonic() < since + 10 * LONGEST_TO_RECOVER:
        time.sleep(0.1)
    return time.monotonic() - since


def _try(running: RunningCluster, name: str, *, rate: int, seconds: float) -> bool:
    if name in FLOODS:
        return withstand(running, FLOODS[name], rate=rate, seconds=seconds)
    return suffer(running, FAULTS[name], rate=rate, seconds=seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "fault", nargs="*", choices=[*FAULTS, *FLOODS, *FULL_DISK, []], help="which; all of them unless told"
    )
    parser.add_argument("--rate", type=int, default=40, help="requests a second (default: 40)")
    parser.add_argument("--seconds", type=float, default=10, help="how long a fault lasts (default: 10)")
    options = parser.parse_args()
    rate, seconds = min(max(options.rate, 1), MOST_RATE), min(max(options.seconds, 0), MOST_SECONDS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    names = options.fault or [*FAULTS, *FLOODS, *FULL_DISK]
    full, others = [name for name in names if name in FULL_DISK], [name for name in names if name not in FULL_DISK]
    results = [fill_disk(name.removeprefix("full-"), rate=rate) for name in full]
    try:
        if others:
            with cluster(record=False) as running:
                results += [_try(running, name, rate=rate, seconds=seconds) for name in others]
    except MissingError as error:
        sys.exit(str(error))
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
