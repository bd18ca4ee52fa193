"""Time to index titles, search times, and how often mistyped titles are found.

DATABASE_URL=… python -m bench.search

Load O*NET into the database first (make data DATA=folder). Times are processor time.
"""

import os
import random
import statistics
import time
from collections import defaultdict
from typing import Any

DRAWN = 300
FIRST = 3


def main() -> None:
    os.environ.setdefault("RUNGS_LOCAL", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from explore.search.entry import As
    from explore.search.index import TitleIndex
    from explore.search.titles import read_titles

    entries = list(read_titles())
    since = time.process_time()
    index = TitleIndex(entries)
    print(f"{len(entries):,} titles are an index after {time.process_time() - since:.2f} s")
    bearers = defaultdict(set)
    for entry in entries:
        if entry.stands_as is not As.CODE:  # a mistyped code is another code
            bearers[entry.title].add(entry.target)
    for errors in range(3):
        _ask(index, bearers, errors)


def _ask(index: Any, bearers: Any, errors: Any) -> Any:
    from tests.mistyping import mistyped

    drawn, hits, took = random.Random(29_2072), 0, []
    for title in drawn.sample(sorted(bearers), DRAWN):
        typed = mistyped(title, errors, drawn)
        since = time.process_time()
        answer = index.search(typed)
        took.append((time.process_time() - since) * 1000)
        hits += any(hit.target in bearers[title] for hit in answer.hits[:FIRST])
    twentieths = statistics.quantiles(took, n=20)
    print(
        f"{errors} errors: {hits / DRAWN:.1%} of {DRAWN} at the first {FIRST} places; "
        f"median {statistics.median(took):.1f} ms, p95 {twentieths[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main()
