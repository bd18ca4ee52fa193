"""Make a large catalogue, or a small one, of a database that is loaded. Work on a copy of it.

DATABASE_URL=… python -m bench.copies 10000                    at least so many careers; some 400,000 statements
DATABASE_URL=… python -m bench.copies --keep SLUG SLUG …       these careers alone
"""

import argparse
import os

import django


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("careers", type=int, nargs="?", default=0, help="how many there are to be, at least")
    parser.add_argument("--keep", nargs="+", metavar="SLUG", help="the careers that are kept, first of all")
    options = parser.parse_args()
    os.environ.setdefault("RUNGS_LOCAL", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.db import transaction

    from bench.synthetic import keep_careers, make_guides

    with transaction.atomic():
        if options.keep:
            keep_careers(options.keep)
        make_guides(options.careers)


if __name__ == "__main__":
    main()
