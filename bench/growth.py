"""What a larger catalogue costs: each page made anew with ten careers, with all that are loaded, and with 10,000.

DATABASE_URL=… python -m bench.growth              three copies of this SQLite database; writes docs/bench.md
DATABASE_URL=… python -m bench.growth --here       this database alone, as JSON

Times are of the processor, the least of several, so that what else runs on the machine hardly counts.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

from bench import report
from bench.databases import run, settings_for
from bench.servers import ROOT

FIRST = (
    "medical-records-administrator health-information-technician health-information-manager medical-transcriptionist "
    "database-administrator medical-records-assistant medical-records-clerk medical-records-specialist "
    "medical-records-technician health-records-technician"
).split()
"""The careers of the first two guides."""
FEW, LOADED, MANY = "ten", "loaded", "10,000"
MANY_CAREERS = 10_000
LARGEST = 1.5
"""How many times as long home, fact checks, disagreements and fit may take with 10,000 careers as with ten."""
SPEED = 0.77
"""How fast job pages, lists and search are to be with 10,000 careers against those that are loaded, at least."""
EDIT_SECONDS = 1.0
MEGABYTES = 300

OF_ALL = {
    "home": "/",
    "fact checks": "/fact-checks/",
    "disagreements": "/disagreements/",
    "fit": "/fit/",
    "fit, answered": "/fit/?education=bachelor&pay=60000&growth=any",
}
OF_SOME = {
    "job page": "/careers/medical-records-administrator/",
    "occupation": "/occupations/29-1141/",
    "browse": "/careers/",
    "browse, narrowed": "/careers/?median_min=50000&ordering=-median",
    "A–Z": "/a-z/",
    "search": "/search/?q=medcal+recrods",
    "compare": "/compare/?item=medical-records-administrator&item=health-information-manager",
    "API careers": "/api/v1/careers/",
    "API career": "/api/v1/careers/medical-records-administrator/",
    "API jobs": "/api/v1/jobs/",
    "API salaries": "/api/v1/salaries/",
    "API claims": "/api/v1/claims/",
    "API fact checks": "/api/v1/fact-checks/",
    "API disagreements": "/api/v1/disagreements/",
    "API search": "/api/v1/search/?q=nurse",
    "sitemap": "/sitemap.xml",
    "changes": "/changes/",
    "feed of changes": "/changes/feed/",
    "feed of corrections": "/corrections/feed/",
    "sources": "/sources/",
}
DESK = {
    "desk": "/admin/",
    "queues": "/admin/queues/",
}


def measure(rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds, queries and bytes by name of page; what is not there is left out."""
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client

    reader, editor = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    users = get_user_model().objects
    editor.force_login(users.filter(is_superuser=True).first() or users.create_superuser("bench", password="bench"))  # noqa: S106
    measured = {}
    for name, address in {**OF_ALL, **OF_SOME, **DESK}.items():
        client = editor if name in DESK else reader
        connection.queries_log.clear()
        answers = _least(lambda client=client, address=address: client.get(address), rounds)
        measured[name] = answers
    measured["search index"] = {"ms": _index_time()}
    measured["memory"] = {"MB": _resident()}
    measured["publishing an edit"] = {"ms": 1000 * _edit_seconds()}
    return measured


def _least(ask: Callable, rounds: int) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times: list[float] = []
    with CaptureQueriesContext(connection) as asked:
        answer = ask()
    for _ in range(rounds):
        since = time.process_time()
        answer = ask()
        body = answer.getvalue() if hasattr(answer, "getvalue") else answer.content
        times.append(time.process_time() - since)
    with CaptureQueriesContext(connection) as asked:
        ask()
    return {"status": answer.status_code, "ms": 1000 * min(times), "queries": len(asked), "bytes": len(body)}


def _index_time() -> float:
    from explore.search import current

    since = time.process_time()
    current.SearchIndex(current.TitleIndex(current.read_titles()), current.read_place_names())
    return 1000 * (time.process_time() - since)


def _resident() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _edit_seconds() -> float:
    """One salary of one guide, published."""
    from facts.actions import publishing
    from facts.models import Edition
    from salaries.models import Salary

    times = []
    for number in range(3):
        row = Salary.objects.filter(career__slug=FIRST[0]).first()
        since = time.process_time()
        with publishing(act=Edition.Act.EDIT, reason="For the benchmark.") as publication:
            row.note = f"Edited {number} for the benchmark."
            row.save()
            publication.changed(row)
        times.append(time.process_time() - since)
    return min(times)


def main() -> None:
    os.environ.setdefault("RUNGS_LOCAL", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["RUNGS_CACHE_MB"] = "0"
    print(json.dumps(measure(3)))


if __name__ == "__main__":
    main()
