"""What a larger catalogue costs: pages made anew with ten careers, with all that are loaded, and with 10,000.

make growth                                       three copies of a loaded database; adds a section to docs/bench.md
DATABASE_URL=… python -m bench.growth --here      one database as it is, as JSON

Times are of the processor, the least of several.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench import report
from bench.databases import load, run, settings_for
from bench.results import Goal
from bench.servers import ROOT

FIRST = [
    "medical-records-administrator",
    "health-information-technician",
    "health-information-manager",
    "medical-transcriptionist",
    "database-administrator",
    "medical-records-assistant",
    "medical-records-clerk",
    "medical-records-specialist",
    "medical-records-technician",
    "health-records-technician",
]
"""The careers of the first two guides."""
TEN, LOADED, MANY = "10", "loaded", "10,000"
MANY_CAREERS = 10_000
OF_ALL = {
    "home": "/",
    "fact checks": "/fact-checks/",
    "disagreements": "/disagreements/",
    "fit": "/fit/",
}
OF_SOME = {
    "job page": "/careers/medical-records-administrator/",
    "browse": "/careers/",
    "browse, narrowed": "/careers/?median_min=50000&ordering=-median",
    "A to Z": "/a-z/",
    "search": "/search/?q=medcal+recrods",
    "compare": "/compare/?item=medical-records-administrator&item=health-information-manager",
    "sources": "/sources/",
    "changes": "/changes/",
    "API careers": "/api/v1/careers/",
    "API career": "/api/v1/careers/medical-records-administrator/",
    "API jobs": "/api/v1/jobs/",
    "API salaries": "/api/v1/salaries/",
    "API claims": "/api/v1/claims/",
    "API fact checks": "/api/v1/fact-checks/",
    "API disagreements": "/api/v1/disagreements/",
    "API search": "/api/v1/search/?q=nurse",
}
BESIDES = {
    "fit, answered": "/fit/?education=bachelor&pay=60000",
    "sitemap": "/sitemap.xml",
    "feed of changes": "/changes/feed/",
    "feed of corrections": "/corrections/feed/",
    "desk": "/admin/",
}
EDIT, INDEX, WORKER = "publishing an edit", "search index, made", "worker, megabytes"
MOST, LEAST, EDIT_MS, MEGABYTES = 1.5, 0.77, 1000, 300
FEW_AFTER = 3_000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Cost:
    """`amount` is in milliseconds of processor time, or in megabytes."""

    amount: float
    queries: int = 0


Costs = Mapping[str, Cost]


# In the process of one database ---------------------------------------------------------------------------------------


def measure() -> Iterator[tuple[str, Cost]]:
    from django.test import Client

    reader = Client(SERVER_NAME="localhost")
    for name, address in {**OF_ALL, **OF_SOME, **BESIDES}.items():
        if name == "desk":
            yield WORKER, Cost(_resident())
            reader.force_login(_editor())
        yield name, _cost(lambda address=address: reader.get(address))
    yield INDEX, Cost(_least(_make_index))
    yield EDIT, Cost(_least(_publish_an_edit))


def _cost(ask: Callable) -> Cost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    if ask().status_code != 200:
        raise SystemExit(f"{ask().request['PATH_INFO']} is not answered.")
    with CaptureQueriesContext(connection) as queries:
        ask()
    return Cost(_least(lambda: _body(ask())), len(queries))


def _body(answer: object) -> bytes:
    with closing(answer):
        return b"".join(answer)


def _least(act: Callable, rounds: int = 5) -> float:
    times: list[float] = []
    while len(times) < rounds and max(times, default=0) < FEW_AFTER:
        since = time.process_time()
        act()
        times.append(1000 * (time.process_time() - since))
    return min(times)


def _editor() -> object:
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    return users.filter(username="bench").first() or users.create_superuser("bench")


def _resident() -> float:
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024


def _make_index() -> None:
    from explore.search import current

    current.SearchIndex(current.TitleIndex(current.read_titles()), current.read_place_names())


def _publish_an_edit() -> None:
    from facts.actions import publishing
    from facts.models import Edition
    from salaries.models import Salary

    row = Salary.objects.filter(career__slug=FIRST[0]).first()
    with publishing(act=Edition.Act.EDIT, reason="For the benchmark.") as publication:
        row.note = f"For the benchmark, {time.monotonic()}."
        row.save()
        publication.changed(row)


# Over three databases -------------------------------------------------------------------------------------------------


def compare(folder: Path) -> dict[str, Costs]:
    loaded = folder / "loaded.sqlite3"
    load(f"sqlite:///{loaded}", None)
    sizes = {TEN: ["--keep", *FIRST], LOADED: [], MANY: [str(MANY_CAREERS)]}
    return {size: _measured(_copy(loaded, folder / f"{size}.sqlite3", arguments)) for size, arguments in sizes.items()}


def _copy(loaded: Path, file: Path, arguments: list[str]) -> str:
    file.write_bytes(loaded.read_bytes())
    url = f"sqlite:///{file}"
    run(url, "-m", "bench.copies", *arguments)
    return url


def _measured(url: str) -> Costs:
    command = [sys.executable, "-m", "bench.growth", "--here"]
    printed = subprocess.run(command, cwd=ROOT, env=settings_for(url), check=True, capture_output=True, text=True)  # noqa: S603
    return {name: Cost(*cost) for name, cost in json.loads(printed.stdout).items()}


def goals(costs: Mapping[str, Costs]) -> Iterator[Goal]:
    ten, loaded, many = costs[TEN], costs[LOADED], costs[MANY]
    for name in OF_ALL:
        yield Goal(f"{name}: {MANY} against {TEN}, times", MOST, many[name].amount / ten[name].amount, is_most=True)
    for name in OF_ALL:
        yield Goal(f"{name}: {LOADED} against {TEN}, times", 2, loaded[name].amount / ten[name].amount, is_most=True)
    for name in OF_SOME:
        yield Goal(f"{name}: speed, {MANY} against {LOADED}", LEAST, loaded[name].amount / many[name].amount)
    yield Goal(f"{EDIT}, {MANY}, ms", EDIT_MS, many[EDIT].amount, is_most=True)
    yield Goal(f"{WORKER}, {MANY}", MEGABYTES, many[WORKER].amount, is_most=True)


def section(costs: Mapping[str, Costs]) -> str:
    now = datetime.now(UTC)
    note = f"At commit {report.commit()}; SQLite, processor time in ms, the least of five; queries in brackets."
    rows = [(name, *(_shown(costs[size][name]) for size in costs)) for name in costs[TEN]]
    measured = report.table(("what", *(f"{size} careers" for size in costs)), rows, numbers=range(1, 1 + len(costs)))
    reached = [(goal.words, _limit(goal), f"{goal.value:.2f}", goal.verdict) for goal in goals(costs)]
    table = report.table(("what", "to reach", "measured", ""), reached, numbers=(1, 2))
    return f"## {now:%Y-%m-%d %H:%M} UTC, a growing catalog\n\n{note}\n\n{table}\n\n{measured}\n"


def _shown(cost: Cost) -> str:
    return f"{cost.amount:,.1f}{f' ({cost.queries})' if cost.queries else ''}"


def _limit(goal: Goal) -> str:
    return f"{'under' if goal.is_most else 'at least'} {goal.least:g}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--here", action="store_true", help="measure the database of DATABASE_URL")
    parser.add_argument("--to", type=Path, default=ROOT / "docs/bench.md", help="where the tables are added")
    options = parser.parse_args()
    if options.here:
        print(json.dumps(_measured_here()))
        return
    with tempfile.TemporaryDirectory(prefix="rungs-growth-") as folder:
        costs = compare(Path(folder))
    text = section(costs)
    print(text)
    report.write(text, options.to)
    sys.exit(any(goal.is_missed for goal in goals(costs)))


def _measured_here() -> dict[str, tuple[float, int]]:
    os.environ |= {"RUNGS_LOCAL": "1", "RUNGS_CACHE_MB": "0", "DJANGO_SETTINGS_MODULE": "config.settings"}
    import django

    django.setup()
    found = {}
    for name, cost in measure():
        print(f"{name:<20} {cost.amount:10,.1f} {cost.queries or ''}", file=sys.stderr, flush=True)
        found[name] = (cost.amount, cost.queries)
    return found


if __name__ == "__main__":
    main()
