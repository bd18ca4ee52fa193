"""A real browser before a real server, for tests marked `browser`: they take `page` and `site`."""

import fcntl
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import psycopg2
import pytest
from django.conf import settings

from tests import needs
from tests.stock import FIXTURES

FLAGS = [
    "--no-sandbox",  # a container's root has no sandbox, and the only pages shown are ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS_TO_START = 30


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The machine's own Chromium, for pytest-playwright."""
    return browser_type_launch_args | {"executable_path": needs.chromium(), "args": FLAGS}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Rungs with its fixtures loaded, served as in production from a database beside the tests' own.

    One server serves all browser tests of a worker, and all workers' servers read one database: a test that writes
    takes pytest-django's `live_server` instead.
    """
    environment = os.environ | {"PORT": str(_free_port()), "RUNGS_LOCAL": "1"}
    environment |= _loaded(tmp_path_factory, environment)
    address = f"http://127.0.0.1:{environment['PORT']}"
    server = subprocess.Popen([sys.executable, "-m", "config.serve"], cwd=settings.BASE_DIR, env=environment)
    try:
        _wait_for(f"{address}/readyz")
        yield address
    finally:
        server.terminate()
        server.wait()


def _loaded(folders: pytest.TempPathFactory, environment: dict[str, str]) -> dict[str, str]:
    """Where the fixtures and their files are; whichever worker is first loads them, for the others as well."""
    is_one_of_many = "PYTEST_XDIST_WORKER" in os.environ
    folder = folders.getbasetemp().parent if is_one_of_many else folders.mktemp("site")
    with open(folder / "site.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = folder / "site.txt"
        if not told.exists():
            loaded = {"DATABASE_URL": _own_database(folder), "RUNGS_FILES": str(folder / "files")}
            for command in (["migrate"], ["load_guides", *FIXTURES], ["load_record"], ["build_files"]):
                _manage(command, environment | loaded)
            told.write_text(json.dumps(loaded))
        return json.loads(told.read_text())


def _own_database(folder: Path) -> str:
    if "sqlite3" in settings.DATABASES["default"]["ENGINE"]:
        return f"sqlite:///{folder / 'site.sqlite3'}"
    base = os.environ["DATABASE_URL"].rpartition("/")[0]
    connection = psycopg2.connect(f"{base}/postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS site")
        cursor.execute("CREATE DATABASE site")
    connection.close()
    return f"{base}/site"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _manage(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command, "--settings=tests.settings"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"manage.py {command[0]}: {done.stdout}{done.stderr}"


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            urllib.request.urlopen(address).close()
            return
        except URLError:
            assert time.monotonic() < deadline, f"{address} did not answer within {SECONDS_TO_START} seconds"
            time.sleep(0.1)
