"""The referee on the database that DATABASE_URL names: python -m tests.referee [--area AREA …] [--pairs N].

Tells how many sentences of each area it looked at, and what it objects to; fails where it objects.
"""

import argparse
import os
import sys
import time

import django


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("RUNGS_LOCAL", "1")
    django.setup()
    from tests.referee.session import AREAS, MOST_PAIRS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--area", action="append", choices=list(AREAS), help="One area, or several; all unless named.")
    parser.add_argument("--pairs", type=int, default=MOST_PAIRS, help="How many pairs of careers are compared.")
    options = parser.parse_args()
    return 1 if sum(_objections(area, options.pairs) for area in options.area or AREAS) else 0


def _objections(area: str, pairs: int) -> int:
    from tests.referee.session import sit

    start, session = time.process_time(), sit(area, most_pairs=pairs)
    counts = ", ".join(f"{count:,} {name}" for name, count in session.counts.items())
    seconds = time.process_time() - start
    lines = [f"{area}: {counts or 'nothing'}; {len(session.objections)} objections; {seconds:.0f} s"]
    sys.stdout.write("\n".join([*lines, *session.objections, ""]))
    sys.stdout.flush()
    return len(session.objections)


if __name__ == "__main__":
    sys.exit(main())
