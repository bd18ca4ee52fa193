"""Start the server: python -m config.serve

PORT              the port (default: 8000)
RUNGS_BIND        the address to listen on (default: 127.0.0.1; containers: 0.0.0.0)
WEB_CONCURRENCY   worker processes (default: 1), each with a few threads
RUNGS_METRICS     where to serve Prometheus metrics: 127.0.0.1:9100 (default: nowhere)
"""

import os
import socket
import sys
import tempfile
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured

from config import env

LIFETIME = 6 * 60 * 60
"""Seconds after which a process is replaced by a new one, while others answer."""
CONNECTIONS = 4_000
"""Of each process at once: slow clients cost little, and must not keep others out."""
SENDERS = 4
"""Threads that send: one alone makes pages wait while it fills the sockets of ten downloads."""
HEADER_MILLISECONDS = 15_000
"""In which the headers of a request have to arrive, or the next request of a connection."""


def main(application: str = "config.rsgi:application") -> None:
    host, port, workers = check_start()
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces, Loops
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    if metrics := env.address("RUNGS_METRICS"):
        serve_metrics(*metrics)
    if env.flag("RUNGS_LOCAL"):
        print(f"Rungs is at http://{host}:{port}/ (Ctrl-C stops it)", flush=True)  # noqa: T201
    Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,  # a proxy in front speaks the newer ones
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
        loop=Loops.uvloop,
        websockets=False,
        workers=workers,
        runtime_threads=SENDERS,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        respawn_failed_workers=True,
        workers_lifetime=LIFETIME if workers > 1 else None,  # type: ignore[arg-type]
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve()


def serve_metrics(host: str, port: int) -> None:
    """Serve the sum of all processes at http://HOST:PORT/metrics, from a thread."""
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="rungs-metrics-"))
    from prometheus_client import CollectorRegistry, multiprocess, start_http_server

    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    start_http_server(port, addr=host, registry=registry)


def check_start() -> tuple[str, int, int]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        port = env.number("PORT", default=8000, least=1, most=2**16 - 1)
        host = env.text("RUNGS_BIND", "127.0.0.1")
        workers = env.number("WEB_CONCURRENCY", default=1, least=1, most=64)
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
        check_address(host, port)
        if metrics := env.address("RUNGS_METRICS"):
            check_address(*metrics, name="RUNGS_METRICS")
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    return host, port, workers


def check_address(host: str, port: int, name: str = "PORT") -> None:
    """Raises ImproperlyConfigured if the port is taken: granian would share it silently."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections that just ended do not count
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise ImproperlyConfigured(
                f"Port {port} of {host} cannot be used: {reason}. Try another {name}."
            ) from error


if __name__ == "__main__":
    main()
