"""Servers on loopback, all on one core."""

import itertools
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
CORE = 0
"""The core that all servers share; the load comes from another (bench.load)."""
FIRST_PORT = 8150
PATIENCE = 180
"""Seconds for which a server may take to start."""
TO_STOP = 15
TO_CALM_DOWN = 20
LOOK, IDLE = 0.3, 0.9
"""How long the core is looked at, in seconds, and which part of that it must do nothing."""

_ports = itertools.count(FIRST_PORT)


@dataclass(frozen=True)
class Server:
    port: int
    number: int

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def workers(self) -> list[int]:
        return [int(child) for child in Path(f"/proc/{self.number}/task/{self.number}/children").read_text().split()]

    def megabytes(self) -> float:
        return max(_resident_kilobytes(worker) for worker in self.workers()) / 1024

    def processor_seconds(self) -> list[float]:
        return [_ticks(worker) / os.sysconf("SC_CLK_TCK") for worker in self.workers()]


def stay_on_core() -> None:
    if len(os.sched_getaffinity(0)) < 2:
        raise SystemExit("A benchmark needs two cores: one for the servers, one for the load.")
    os.sched_setaffinity(0, {CORE})


def wait_until_idle() -> None:
    """Wait until the servers' core is idle, since abandoned requests still run. Gives up after a while."""
    until, waited = time.monotonic() + TO_CALM_DOWN, 0.0
    while waited < IDLE * LOOK and time.monotonic() < until:
        before = _idle_seconds()
        time.sleep(LOOK)
        waited = _idle_seconds() - before


@contextmanager
def rungs(
    database: str, *, kept_megabytes: int = 64, workers: int = 1, module: str = "config.serve"
) -> Iterator[Server]:
    settings = {"DATABASE_URL": database, "RUNGS_LOCAL": "1", "RUNGS_LOG_LEVEL": "ERROR"}
    settings |= {"RUNGS_CACHE_MB": str(kept_megabytes), "WEB_CONCURRENCY": str(workers)}
    port = _free_port()
    with _started([sys.executable, "-m", module], port, settings | {"PORT": str(port)}) as server:
        yield server


@contextmanager
def datasette(program: Path, file: Path) -> Iterator[Server]:
    port = _free_port()
    with _started([program, "serve", "--immutable", file, "--host", HOST, "--port", str(port)], port) as server:
        yield server


@contextmanager
def nginx(folder: Path, behind: dict[str, Server]) -> Iterator[dict[str, Server]]:
    ports = {name: _free_port() for name in ("files", *behind)}
    cached = "".join(_micro_cache(ports[name], server.port) for name, server in behind.items())
    conf = folder / "nginx.conf"
    conf.write_text(NGINX % {"folder": folder, "host": HOST, "port": ports["files"], "cached": cached})
    command = ["nginx", "-p", folder, "-c", conf, "-e", folder / "error.log"]
    with _started(command, ports["files"], {"PATH": f"/usr/sbin:{os.environ['PATH']}"}) as server:
        yield {name: Server(port, server.number) for name, port in ports.items()}


NGINX = """
daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
    keepalive_requests 1000000;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    proxy_cache_path cache levels=1:2 keys_zone=answers:10m max_size=100m use_temp_path=off;
    server {
        listen %(host)s:%(port)d;
        root %(folder)s/files;
        default_type text/html;
        gzip_static on;
    }
    %(cached)s
}
"""

MICRO_CACHE = """
    upstream behind%(behind)d { server %(host)s:%(behind)d; keepalive 32; }
    server {
        listen %(host)s:%(port)d;
        location / {
            proxy_pass http://behind%(behind)d;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_cache answers;
            proxy_cache_key $server_port$request_uri;
            proxy_cache_valid 200 1s;
            proxy_cache_revalidate on;
            proxy_cache_lock on;
            proxy_cache_background_update on;
            proxy_cache_use_stale error timeout updating;
        }
    }
"""


def _micro_cache(port: int, behind: int) -> str:
    return MICRO_CACHE % {"host": HOST, "port": port, "behind": behind}


@contextmanager
def _started(command: list, port: int, settings: dict[str, str] | None = None) -> Iterator[Server]:
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            list(map(str, command)), cwd=ROOT, env=os.environ | (settings or {}), stdout=log, stderr=log
        )
        try:
            _wait_for(process, port, log)
            yield Server(port, process.pid)
        finally:
            _stop(process)


def _wait_for(process: subprocess.Popen, port: int, log: IO[str]) -> None:
    until = time.monotonic() + PATIENCE
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > until:
            log.seek(0)
            raise SystemExit(f"{' '.join(process.args)} does not answer:\n{log.read()[-2_000:]}")
        time.sleep(0.1)


def _stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    return next(port for port in _ports if not _is_taken(port))


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def _answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _resident_kilobytes(number: int) -> int:
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{number}/status").read_text())[1])


def _idle_seconds() -> float:
    (line,) = (line for line in Path("/proc/stat").read_text().splitlines() if line.startswith(f"cpu{CORE} "))
    return int(line.split()[4]) / os.sysconf("SC_CLK_TCK")


def _ticks(number: int) -> int:
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
