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
from contextlib import contextmanager
from urllib.error import URLError

import pytest
from django.conf import settings

from tests import needs
from tests.stages import Stages

FLAGS = [
    "--no-sandbox",  # a container's root has no sandbox, and the only pages shown are ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # else each page starts a process
]
SECONDS_TO_START = 30


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The machine's own Chromium, for pytest-playwright."""
    return browser_type_launch_args | {"executable_path": needs.chromium(), "args": FLAGS}


@pytest.fixture(scope="session")
def site(stages: Stages) -> Iterator[str]:
    """The address of Rungs with guides and pay, served as in production from a database beside the tests' own.

    One server serves all browser tests of a worker: a test that writes takes pytest-django's `live_server` instead.
    """
    environment = os.environ | {"RUNGS_LOCAL": "1"}
    with served(environment | _loaded(stages, environment)) as address:
        yield address


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of Rungs, served as in production; `environment` names its database."""
    environment = environment | {"PORT": str(_free_port()), "RUNGS_LOCAL": "1"}
    address = f"http://127.0.0.1:{environment['PORT']}"
    server = subprocess.Popen([sys.executable, "-m", "config.serve"], cwd=settings.BASE_DIR, env=environment)
    try:
        _wait_for(f"{address}/readyz")
        yield address
    finally:
        server.terminate()
        server.wait()


def _loaded(stages: Stages, environment: dict[str, str]) -> dict[str, str]:
    """Where the rows and their files are; whichever worker is first makes them, for the others as well."""
    with open(stages.folder / "site.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = stages.folder / "site.txt"
        if not told.exists():
            files = str(stages.folder / "files")
            loaded = {"DATABASE_URL": stages.copied("guides_paid", "site"), "RUNGS_FILES": files}
            manage(["build_files"], environment | loaded)
            told.write_text(json.dumps(loaded))
        return json.loads(told.read_text())


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def manage(command: list[str], environment: dict[str, str]) -> None:
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
