"""Whether made-up addresses fill a worker's memory: python -m bench.junk

Requests differ only in their query; some repeat, and are then cached. Exits with 1 if memory still grows in the
second half. Most are cheap; some are searches or filters (junk.lua).
"""

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

from bench import load, servers
from bench.client import ask_well
from bench.databases import sqlite

SCRIPT = Path(__file__).parent / "junk.lua"
SLICE = 10
"""Seconds of load between looks at the memory."""
STILL = 1.05
"""How much more the second half may leave than the first."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=1_000_000, help="how many that differ (default: 1,000,000)")
    parser.add_argument("--seconds", type=int, default=180, help="how long at most (default: 180)")
    options = parser.parse_args()
    servers.stay_on_core()
    with tempfile.TemporaryDirectory() as folder:
        file = sqlite(Path(folder), None, Path(folder))
        with servers.rungs(f"sqlite:///{file}") as server:
            sys.exit(_watch(server, options.queries, options.seconds))


def _watch(server: servers.Server, queries: int, seconds: int) -> bool:
    ask_well(server, "/careers/?q=records")
    done, seen, since = 0, [server.megabytes()], time.monotonic()
    print(f"before: {seen[0]:.0f} MB", flush=True)
    while done < queries and time.monotonic() - since < seconds:
        printed = load.press(server.url, seconds=SLICE, script=(str(SCRIPT), str(done)))
        done += int(re.search(r"distinct: (\d+)", printed)[1])
        seen.append(server.megabytes())
        print(f"after {done:,} distinct query strings: {seen[-1]:.0f} MB", flush=True)
    grew = seen[-1] > STILL * max(seen[: len(seen) // 2 + 1])
    cut = f" (of {queries:,}: {seconds} s were over)" if done < queries else ""
    ends = f"{seen[0]:.0f} MB before, {seen[-1]:.0f} MB after"
    print(f"{done:,} distinct query strings{cut}: {ends}; it {'grew' if grew else 'was still'} in the second half")
    return grew


if __name__ == "__main__":
    main()
