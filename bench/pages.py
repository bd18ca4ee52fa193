"""What pages and lists cost with everything loaded, beside the fixtures alone.

python -m bench.pages sqlite:////tmp/fixtures.sqlite3 sqlite:////tmp/everything.sqlite3

The first database has load_guides and load_record, the second import_data besides. A page that is no longer than
before may take 1.5 times the processor time (median) and no more queries.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import IO, Any

LIMIT = 1.5
GREW = 1.05  # an answer by so much longer says more than before
ROUNDS = 7
GUIDE = "/careers/medical-records-administrator/"
ADDRESSES = (
    "/",
    "/careers/",
    "/careers/?q=records",
    GUIDE,
    "/careers/health-information-technician/",
    f"{GUIDE}readiness/",
    f"{GUIDE}toolkit/",
    "/figures/himalayas-mra-median/",
    "/figures/himalayas-mra-level-1/",
    "/compare/?item=medical-records-administrator&item=health-information-manager",
    "/occupations/",
    "/occupations/29-2072/",
    "/occupations/15-1242/",
    "/wages/may-2025/29-2072/US/",
    "/disagreements/",
    "/fact-checks/",
    "/methodology/",
    "/sources/",
    "/sources/himalayas-medical-records-administrator/",
    "/changes/",
    "/corrections/",
    "/search/?q=medcal+recrods",
    "/api/v1/careers/",
    "/api/v1/careers/medical-records-administrator/",
    "/api/v1/salaries/",
    "/api/v1/paths/",
    "/api/v1/requirements/",
    "/api/v1/credentials/",
    "/api/v1/skills/",
    "/api/v1/disagreements/",
    "/api/v1/fact-checks/",
    "/api/v1/occupations/29-2072/",
    "/api/v1/wages/",
    "/api/v1/search/?q=medcal+recrods",
)


def main(fixtures: str, everything: str) -> int:
    doors = [_open(url) for url in (fixtures, everything)]
    print(f"{'address':<72} {'ms':>6} {'ms':>6} {'ratio':>6} {'queries':>9}")
    over = [address for address in ADDRESSES if not _is_within(address, *(_ask(door, address) for door in doors))]
    for door in doors:
        door.stdin.close()
        door.wait()
    print(f"{len(over)} over a limit{': ' if over else ''}{', '.join(over)}")
    return int(bool(over))


def _is_within(address: str, alone: dict, loaded: dict) -> bool:
    ratio = loaded["ms"] / alone["ms"]
    grew = loaded["length"] > GREW * alone["length"]
    within = grew or (ratio <= LIMIT and loaded["queries"] <= alone["queries"])
    note = "" if within else "  over"
    if grew:
        note = f"  says {loaded['length'] / alone['length']:.1f} times as much"
    queries = f"{alone['queries']}, {loaded['queries']}"
    print(f"{address:<72} {alone['ms']:>6.1f} {loaded['ms']:>6.1f} {ratio:>6.2f} {queries:>9}{note}", flush=True)
    return within


def _open(url: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "bench.pages"]
    return subprocess.Popen(  # noqa: S603
        command, env=os.environ | {"DATABASE_URL": url}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _ask(door: subprocess.Popen, address: str) -> dict:
    print(address, file=door.stdin, flush=True)
    return json.loads(door.stdout.readline())  # type: ignore[union-attr]


def answer(lines: IO[str]) -> Iterator[dict]:
    """Median processor milliseconds, queries and length for each address."""
    os.environ.setdefault("RUNGS_LOCAL", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    for address in map(str.strip, lines):
        with CaptureQueriesContext(connection) as queries:  # and so that what is kept in memory is there
            response = client.get(address)
        result = {"queries": len(queries), "length": len(response.content)}  # the next request forgets the queries
        if response.status_code != 200:
            raise SystemExit(f"{address} is answered with {response.status_code}.")
        took = [_milliseconds(client, address) for _ in range(ROUNDS)]
        yield result | {"ms": statistics.median(took)}


def _milliseconds(client: Any, address: str) -> float:
    since = time.process_time()
    client.get(address)
    return (time.process_time() - since) * 1000


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(*sys.argv[1:]))
    for told in answer(sys.stdin):
        print(json.dumps(told), flush=True)
