"""Kill imports, publishing and loads at a random moment: python -m bench.kills --count 300 --seed 1

What readers see is then as before or as after, and what is hidden goes when a server starts; else exits with 1. On
SQLite, or on the server of DATABASE_URL.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

TEMPLATE, COPY = "rungs_kills", "rungs_killed"
UNTOLD = ("report", "reason")
"""Columns that may hold how long something took, beside all times."""
MADE_ANEW = ("facts.FrozenJob", "ingest.LoadedFile")
"""By the first reader, or the next load."""
LATER = 1.1
"""Kills fall into so much of the time that the whole act takes; the last ones find it done."""


class Databases:
    def __init__(self, folder: Path) -> None:
        from django.db import connection

        self.connection, self.folder = connection, folder
        self.is_sqlite = connection.vendor == "sqlite"

    def keep_template(self) -> None:
        """What Django is connected to now."""
        if self.is_sqlite:
            self.connection.ensure_connection()
            with closing(sqlite3.connect(self.folder / TEMPLATE)) as target:
                self.connection.connection.backup(target)
                target.execute("PRAGMA journal_mode = WAL")
        else:
            self._copy(self.connection.settings_dict["NAME"], TEMPLATE)

    def enter_copy(self) -> None:
        self.connection.close()
        if self.is_sqlite:
            for suffix in ("", "-wal", "-shm"):
                (self.folder / f"{COPY}{suffix}").unlink(missing_ok=True)
            shutil.copyfile(self.folder / TEMPLATE, self.folder / COPY)
            self.connection.settings_dict["NAME"] = str(self.folder / COPY)
        else:
            self._copy(TEMPLATE, COPY)
            self.connection.settings_dict["NAME"] = COPY

    def _copy(self, name: str, to: str) -> None:
        self.connection.close()
        with self.connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {to} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {to} TEMPLATE {name}")


def seen() -> dict[str, str]:
    """Digests of all that readers and editors may see, by model; times and how long things took apart."""
    from django.apps import apps
    from django.db import models

    digests = {}
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed or model._meta.label in MADE_ANEW:
            continue
        fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.DateTimeField)]
        names = [field.attname for field in fields if field.name not in UNTOLD]
        rows = sorted(map(_text_of, _visible(model).values_list(*names)))
        digests[model._meta.label] = sha256("\n".join(rows).encode(errors="replace")).hexdigest()
    return digests


def _text_of(row: tuple) -> str:
    return repr([bytes(value) if isinstance(value, memoryview) else value for value in row])


def _visible(model: Any) -> Any:
    from facts.models import Arriving, Release

    public = (Release.State.READY, Release.State.WITHDRAWN)
    rows = model._base_manager.all()
    if model is Release:
        return rows.filter(state__in=public)
    if issubclass(model, Arriving):
        return model.everything.filter(arriving_with=None)
    names = {field.name for field in model._meta.get_fields()}
    return rows.filter(release__state__in=public) if "release" in names and _is_owned(model) else rows


def _is_owned(model: Any) -> bool:
    from facts.models import Release

    return model._meta.get_field("release").related_model is Release and "history" not in model.__name__.lower()


def prepare(folder: Path) -> dict[str, Callable[[], Any]]:
    """Fill the database; gives the acts by name."""
    from django.core.management import call_command

    from careers.models import Point
    from editorial.drafting.diff import digest
    from editorial.drafting.workflow import hand_in, publish
    from editorial.models import Draft
    from ingest.releases.run import import_release
    from tests.editorial.rows import draft_change, draft_new_row, draft_removal
    from tests.factories import AccountFactory, CareerFactory, PointFactory, SalaryFactory
    from tests.salaries.importers.oews import FRESNO, MANAGERS, write_oews
    from tests.stages import FIXTURES, load_guides

    def rows(median: str) -> list[dict[str, str]]:
        places = [
            {"AREA": f"{10_000 + number // 30}", "OCC_CODE": f"61-{1_000 + number % 30}"} for number in range(900)
        ]
        return [MANAGERS | FRESNO | {"A_MEDIAN": median} | place for place in places]

    call_command("migrate", verbosity=0)
    load_guides(*FIXTURES[:-1])
    import_release("oews", write_oews(folder / "MSA_M2024_dl.csv", rows("50,250")))
    corrected = write_oews(folder / "MSA_M2024_dl_corrected.csv", rows("50,260"))
    author, publisher, salary = AccountFactory(), AccountFactory(is_superuser=True), SalaryFactory()
    point = PointFactory(label="Calm")
    draft_change(author, salary, median=48_000)
    draft_new_row(author, Point, career=CareerFactory(), label="Quiet", source=salary.source)
    draft_removal(author, point)
    hand_in(Draft.objects.get(), by=author, reason="The guide was corrected.")

    def publish_draft() -> None:
        draft = Draft.objects.get()
        publish([draft], by=publisher, reason="As proposed.", seen=digest([draft]))

    return {
        "import": lambda: import_release("oews", corrected),
        "publish": publish_draft,
        "load": lambda: load_guides(*FIXTURES),
    }


def run(act: Callable[[], Any], seconds: float | None) -> float:
    """Act in a process of its own, killed after so many seconds; gives how long it ran. SystemExit where it fails."""
    since, child = time.monotonic(), os.fork()
    if child == 0:
        try:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - the process ends at once
            act()
            os._exit(0)
        finally:
            os._exit(1)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("An act failed by itself.")
    return time.monotonic() - since


def kill(databases: Databases, name: str, act: Callable[[], Any], count: int, draw: random.Random) -> bool:
    from ingest.releases.clearing import hidden_releases
    from ingest.releases.leftovers import clear_leftovers

    databases.enter_copy()
    before = seen()
    databases.connection.close()
    longest = run(act, None)
    after = seen()
    outcomes: Counter[str] = Counter()
    for _ in range(count):
        databases.enter_copy()
        run(act, draw.uniform(0, LATER * longest))
        found = seen()
        outcomes[_when(found, before, after)] += 1
        outcomes["hidden rows left"] += hidden_releases().exists()
        clear_leftovers()
        outcomes["not cleared, or seen to change"] += hidden_releases().exists() or seen() != found
    counts = ", ".join(f"{outcomes[words]} {words}" for words in ("before", "after", "between", "hidden rows left"))
    print(f"{name}: {count} kills within {longest:.2f} s: {counts}, ", end="")
    print(f"{outcomes['not cleared, or seen to change']} not cleared", flush=True)
    return bool(before == after or outcomes["between"] or outcomes["not cleared, or seen to change"])


def _when(found: dict[str, str], before: dict[str, str], after: dict[str, str]) -> str:
    if found in (before, after):
        return "before" if found == before else "after"
    print("between:", [label for label in found if found[label] != before[label]], flush=True)
    return "between"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300, help="kills, a third of each kind (default: 300)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rungs-kills-") as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "RUNGS_LOG_LEVEL": "ERROR"}
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/rungs.sqlite3")
        import django

        django.setup()
        from django.conf import settings

        settings.REVIEW = True
        databases, draw = Databases(Path(folder)), random.Random(options.seed)
        acts = prepare(Path(folder))
        databases.keep_template()
        failed = [kill(databases, name, act, options.count // len(acts), draw) for name, act in acts.items()]
    sys.exit(any(failed))


if __name__ == "__main__":
    main()
