"""How long importing all of OEWS takes, beside plain reading and inserting.

python -m bench.imports ../data/all_data_M_2025.csv.gz                          (SQLite)
python -m tests.postgres python -m bench.imports ../data/all_data_M_2025.csv.gz (PostgreSQL)

The plain way uses the csv module and a bare table: one executemany on SQLite, one COPY on PostgreSQL. The import also
checks cells, resolves references, compares with earlier rows and keeps two indexes.
"""

import csv
import gzip
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LIMIT = 3
MEGABYTES = 400
KEPT = {"AREA": "text", "NAICS": "text", "OCC_CODE": "text", "TOT_EMP": "integer"}
KEPT |= {"EMP_PRSE": "decimal(5, 1)", "MEAN_PRSE": "decimal(5, 1)"}
for measure in ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"):
    KEPT |= {f"H_{measure}": "decimal(9, 2)", f"A_{measure}": "decimal(9, 2)"}
NO_NUMBER = {"*": None, "**": None, "#": None}


def main(file: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        os.environ.setdefault("RUNGS_LOCAL", "1")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        return _compare(Path(file), Path(folder))


def _compare(file: Path, folder: Path) -> int:
    from django.core.management import call_command
    from django.db import connection

    from ingest.releases.run import import_release

    call_command("migrate", verbosity=0)
    connection.ensure_connection()
    imported = _timed(f"import, {connection.vendor}", lambda: import_release("oews", file).created)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plain = _timed(f"plain, {connection.vendor}", lambda: _plainly(file, folder))
    print(f"ratio {imported / plain:.2f} (at most {LIMIT}); {peak:.0f} MB (at most {MEGABYTES})")
    return int(imported > LIMIT * plain or peak > MEGABYTES)


def _timed(what: str, work: Callable[[], int]) -> float:
    since, processor = time.perf_counter(), time.process_time()
    rows = work()
    passed = time.perf_counter() - since
    print(f"{what}: {rows:,} rows in {passed:.1f} s ({time.process_time() - processor:.1f} s of them reckoning)")
    return passed


def _plainly(file: Path, folder: Path) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE plain ({', '.join(map(' '.join, KEPT.items()))})")
        if connection.vendor == "postgresql":
            _copy(cursor, file, folder)
        else:
            holes = ", ".join(["%s"] * len(KEPT))
            cursor.execute("BEGIN")
            cursor.executemany(f"INSERT INTO plain VALUES ({holes})", _rows(file))  # noqa: S608
            cursor.execute("COMMIT")
        cursor.execute("SELECT COUNT(*) FROM plain")
        return cursor.fetchone()[0]


def _copy(cursor: Any, file: Path, folder: Path) -> None:
    kept = folder / "kept.csv"
    with kept.open("w", newline="") as target:
        csv.writer(target).writerows(_rows(file))
    with kept.open() as source:
        cursor.copy_expert("COPY plain FROM STDIN WITH (FORMAT csv)", source)


def _rows(file: Path) -> Iterator[list[str]]:
    with gzip.open(file, "rt", encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        header = next(rows)
        places = [header.index(name) for name in KEPT]
        for row in rows:
            yield [NO_NUMBER.get(cell, cell.replace(",", "")) for cell in map(row.__getitem__, places)]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
