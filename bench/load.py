"""Load from wrk, on a core without servers."""

import re
import shutil
import statistics
import subprocess
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from bench.client import AS_A_BROWSER

CORE = 1
CONNECTIONS, FEW = 64, 4
"""Readers who each ask again as soon as they are answered: so many that a server which keeps its answers is never
without work, and few where an answer takes a part of a second."""
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1_000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Measured:
    """Milliseconds, and counts of refused or lost requests."""

    per_second: float
    p50: float
    p99: float
    errors: float


def press(
    url: str,
    *,
    seconds: int,
    connections: int = CONNECTIONS,
    headers: dict[str, str] | None = None,
    script: tuple[str, ...] = (),
) -> str:
    """wrk's output after so many seconds. `script` is a Lua file with its arguments."""
    if not shutil.which("wrk"):
        raise SystemExit("A benchmark needs wrk: apt-get install wrk")
    header_args = [
        part for name, value in (AS_A_BROWSER | (headers or {})).items() for part in ("-H", f"{name}: {value}")
    ]
    options = ["-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "--latency", *header_args]
    target = ["-s", script[0], url, "--", *script[1:]] if script else [url]
    command = ["taskset", "-c", str(CORE), "wrk", *options, *target]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def read(printed: str) -> Measured:
    """What wrk printed, as numbers.

    >>> read("  50%  1.50ms\\n  99%  2.00s\\nRequests/sec: 640.5\\n  Non-2xx or 3xx responses: 3\\n")
    Measured(per_second=640.5, p50=1.5, p99=2000.0, errors=3)
    """
    per_second = float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1])
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", printed)
    lost = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", printed)
    errors = sum(map(int, (*(refused.groups() if refused else ()), *(lost.groups() if lost else ()))))
    return Measured(per_second, _milliseconds(printed, 50), _milliseconds(printed, 99), errors)


def median(rounds: Iterable[Measured]) -> Measured:
    """The median of each number; the sum of errors."""
    *medians, errors = zip(*map(astuple, rounds), strict=True)
    return Measured(*map(statistics.median, medians), sum(errors))


def _milliseconds(printed: str, percentile: int) -> float:
    number, unit = re.search(rf"\s{percentile}%\s+([\d.]+)(us|ms|s|m)\b", printed).groups()
    return round(float(number) * MILLISECONDS[unit], 3)
