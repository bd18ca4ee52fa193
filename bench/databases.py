"""The measured databases: fixtures alone or with all official files, on SQLite and PostgreSQL.

A full import takes minutes, so it is kept in a folder until a migration or fixture changes.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from bench.servers import ROOT
from tests import needs, postgres


def load(url: str, data: Path | None) -> None:
    print(f"Loading {url.partition(':')[0]}{f' with {data}' if data else ''}", flush=True)
    for command in (["migrate"], ["load"], *([["import_data", str(data)]] if data else [])):
        run(url, "manage.py", *command, "--verbosity", "0")
    run(url, "-m", "bench.fill")


def run(url: str, *arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=settings_for(url), check=True)  # noqa: S603


def settings_for(url: str) -> dict[str, str]:
    return os.environ | {"DATABASE_URL": url, "RUNGS_LOCAL": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}


def sqlite(folder: Path, data: Path | None, kept: Path) -> Path:
    if data is None:
        load(f"sqlite:///{folder / 'fixtures.sqlite3'}", None)
        return folder / "fixtures.sqlite3"
    file = kept / f"everything-{_state(data)}.sqlite3"
    if not file.exists():
        new = kept / "importing.sqlite3"
        new.unlink(missing_ok=True)
        load(f"sqlite:///{new}", data)
        new.rename(file)
    return file


@contextmanager
def postgres_cluster() -> Iterator["PostgresServer"]:
    programs = needs.postgres_bin()
    if programs is None:
        raise SystemExit(f"A benchmark needs {needs.HOW_TO_GET['postgres']}")
    with postgres.cluster(programs) as url:
        yield PostgresServer(programs, url.removesuffix("/rungs"))


class PostgresServer:
    """Program folder and database address."""

    def __init__(self, programs: Path, url: str) -> None:
        self._programs, self._url = programs, url

    def database(self, data: Path | None, kept: Path) -> str:
        url = f"{self._url}/{'everything' if data else 'fixtures'}"
        self._run("psql", "--dbname", f"{self._url}/rungs", "--command", f"CREATE DATABASE {url.rpartition('/')[2]}")
        if data is None:
            load(url, None)
        else:
            self._load_or_restore(url, data, kept / f"everything-{_state(data)}.dump")
        self._run("psql", "--dbname", url, "--command", "VACUUM (ANALYZE)")  # as a server does by itself after a while
        return url

    def _load_or_restore(self, url: str, data: Path, dump: Path) -> None:
        if dump.exists():
            self._run("pg_restore", "--no-owner", "--dbname", url, dump)
            return
        load(url, data)
        self._run("pg_dump", "--format", "custom", "--compress", "1", "--file", f"{dump}.new", url)
        Path(f"{dump}.new").rename(dump)

    def _run(self, program: str, *arguments: object) -> None:
        subprocess.run([self._programs / program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _state(data: Path) -> str:
    digest = sha256()
    for file in sorted([*ROOT.glob("*/migrations/*.py"), *(ROOT / "fixtures").iterdir()]):
        digest.update(file.read_bytes() if file.is_file() else b"")
    for file in sorted(data.rglob("*")):
        digest.update(f"{file.relative_to(data)} {file.stat().st_size}\n".encode())
    return digest.hexdigest()[:12]
