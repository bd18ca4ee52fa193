"""A whole cluster on loopback until interrupted: python -m deploy.cluster

nginx, two application servers, a PostgreSQL primary and a replica, in a temporary folder.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from deploy.database import HOST, NAME, USER, Database
from deploy.programs import MissingError, Programs, find

ROOT = Path(__file__).resolve().parent.parent
FRONT, SERVERS, PRIMARY, REPLICA = 8180, (8181, 8182), 8183, 8184
"""The ports: those of nginx/, and the databases'."""
PATIENCE = 180
"""Seconds for which the application may take to start."""
TO_STOP = 15


@dataclass
class RunningCluster:
    primary: Database
    replica: Database
    servers: list[subprocess.Popen]
    nginx: subprocess.Popen
    folder: Path
    start_server: Callable[[int], subprocess.Popen]
    """By its port."""

    def restart_server(self) -> None:
        """By SIGTERM, as a deployment does."""
        self.servers[0].terminate()
        self.servers[0].wait(TO_STOP)
        self.servers[0] = self.start_server(SERVERS[0])

    def workers(self) -> list[int]:
        return [number for server in self.servers for number in _children(server.pid) if _is_worker(number)]

    def megabytes(self) -> float:
        pages = sum(int(Path(f"/proc/{number}/statm").read_text().split()[1]) for number in self.workers())
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2

    def postmasters(self) -> list[int]:
        return [database.number for database in (self.primary, self.replica)]


@contextmanager
def cluster(*, record: bool) -> Iterator[RunningCluster]:
    """A cluster with guides (and the `record`) loaded. Raises MissingError."""
    programs = find()
    _check_ports()
    with ExitStack() as running:
        folder = Path(tempfile.mkdtemp(prefix="rungs-cluster-", dir="/tmp"))  # noqa: S108 - a socket's path is short
        running.callback(shutil.rmtree, folder)
        folder.chmod(0o755)  # nginx and PostgreSQL run as others than root
        primary, replica = _databases(programs, folder, running)
        files = {"RUNGS_FILES": str(folder / "files"), "RUNGS_BUILD_FILES": "no"}
        environment = os.environ | _settings(primary) | files
        _load(environment, record)
        start_server = partial(_server, environment=environment, folder=folder, running=running)
        servers = [start_server(port) for port in SERVERS]
        nginx = _nginx(programs, folder, running)
        for port in (*SERVERS, FRONT):
            _wait_for(port)
        yield RunningCluster(primary, replica, servers, nginx, folder, start_server)


def _databases(programs: Programs, folder: Path, running: ExitStack) -> tuple[Database, Database]:
    password = secrets.token_urlsafe(24)
    for name in ("primary", "replica"):
        (folder / name).mkdir(mode=0o700)
    primary = Database(programs.postgres, folder / "primary", PRIMARY, password, ("primary.conf",))
    replica = Database(programs.postgres, folder / "replica", REPLICA, password, ("primary.conf", "replica.conf"))
    primary.create()
    running.callback(primary.stop)
    primary.start()
    replica.follow(primary)
    running.callback(replica.stop)
    replica.start()
    return primary, replica


def _settings(primary: Database) -> dict[str, str]:
    def url(database: str, wanted: str) -> str:
        where = {"host": f"{HOST},{HOST}", "port": f"{PRIMARY},{REPLICA}", "target_session_attrs": wanted}
        return f"postgres://{USER}:{primary.password}@/{database}?{urlencode(where)}"

    return {
        "DATABASE_URL": url(NAME, "read-write"),
        "RUNGS_REPLICA": url(NAME, "prefer-standby"),
        "RUNGS_LOCAL": "1",
        "RUNGS_LOG": "json",
        "RUNGS_SITE_URL": f"http://{HOST}:{FRONT}",
        "WEB_CONCURRENCY": "2",
        "PGPASSWORD": primary.password,
    }


def _load(environment: dict[str, str], record: bool) -> None:
    createdb = ("createdb", "-h", HOST, "-p", str(PRIMARY), "-U", USER, NAME)
    subprocess.run([find().postgres / createdb[0], *createdb[1:]], env=environment, check=True)  # noqa: S603
    commands = ["migrate", "load" if record else "load_guides", "build_files"]
    for command in commands:
        arguments = [sys.executable, "manage.py", command, "--verbosity", "0"]
        subprocess.run(arguments, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _server(port: int, environment: dict[str, str], folder: Path, running: ExitStack) -> subprocess.Popen:
    log = running.enter_context((folder / f"rungs-{port}.log").open("a"))
    command = [sys.executable, "-m", "config.serve"]
    return _started(running, command, cwd=ROOT, env=environment | {"PORT": str(port)}, stdout=log, stderr=log)


def _nginx(programs: Programs, folder: Path, running: ExitStack) -> subprocess.Popen:
    prefix = folder / "nginx"
    prefix.mkdir()
    conf = Path(__file__).parent / "nginx" / "cluster.conf"
    command: list[str | Path] = [programs.nginx, "-p", prefix, "-c", conf, "-e", "error.log", "-g", "daemon off;"]
    return _started(running, command)


def _started(running: ExitStack, command: Sequence[str | Path], **options: Any) -> subprocess.Popen:
    process = subprocess.Popen(command, **options)  # noqa: S603 - our own commands
    running.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()


def _check_ports() -> None:
    for port in (FRONT, *SERVERS, PRIMARY, REPLICA):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                raise MissingError(f"A cluster needs port {port}, which another program has.")


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while not is_well(port):
        if time.monotonic() > until:
            raise MissingError(f"Nothing is well on port {port} after {PATIENCE} seconds.")
        time.sleep(0.2)


def is_well(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _children(number: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{number}/task/{number}/children").read_text().split()]


def _is_worker(number: int) -> bool:
    return b"config.serve" in Path(f"/proc/{number}/cmdline").read_bytes()


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        print("Starting PostgreSQL twice, Rungs twice, and nginx", flush=True)
        with cluster(record=True) as running:
            print(f"Rungs is at http://{HOST}:{FRONT}/, logs and all in {running.folder} (Ctrl-C stops it)", flush=True)
            signal.pause()
    except MissingError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
