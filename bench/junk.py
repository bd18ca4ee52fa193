"""Whether made-up addresses fill a worker's memory: python -m bench.junk

Asks for addresses that differ in their query only, some of them twice (an answer with a query is kept when it is asked
for again), and prints what the worker has in memory as it goes. Ends with 1 where that still grows when half is done.
Most of them are the cheapest there are, so that there can be many; some are a search or a filter (junk.lua).
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
    asked = parser.parse_args()
    servers.stay_on_core()
    with tempfile.TemporaryDirectory() as folder:
        file = sqlite(Path(folder), None, Path(folder))
        with servers.rungs(f"sqlite:///{file}") as server:
            sys.exit(_watch(server, asked.queries, asked.seconds))


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
