"""Each process writes to PROMETHEUS_MULTIPROC_DIR; config.serve serves the sum."""

import time
from collections.abc import Callable
from typing import Any, cast

from granian.rsgi import HTTPProtocol, Scope

from serving.addresses import HEALTH
from serving.rsgi_server import RsgiServer
from serving.work_pools import pool_name

BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
METHODS = ("response_empty", "response_str", "response_bytes", "response_file")


class MeasuredServer:
    def __init__(self, server: RsgiServer) -> None:
        from prometheus_client import Counter, Histogram  # which looks for the folder as it is imported

        self._server = server
        self._requests = Counter("rungs_requests", "Responses by kind and status.", ["kind", "status"])
        self._seconds = Histogram("rungs_response_seconds", "From request to response.", ["kind"], buckets=BUCKETS)

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        start, observed = time.perf_counter(), ObservedProtocol(protocol)
        try:
            await self._server.__rsgi__(scope, cast(HTTPProtocol, observed))
        finally:
            kind = "health" if scope.path == HEALTH else pool_name(scope.method, scope.path)
            self._seconds.labels(kind).observe(time.perf_counter() - start)
            self._requests.labels(kind, str(observed.status)).inc()


class ObservedProtocol:
    """Status 0: the client left before one was sent."""

    def __init__(self, protocol: HTTPProtocol) -> None:
        self.status, self._protocol = 0, protocol

    def __aiter__(self) -> Any:
        return self._protocol.__aiter__()

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._protocol, name)
        return self._remembering(attribute) if name in METHODS else attribute

    def _remembering(self, method: Callable[..., None]) -> Callable[..., None]:
        def respond(status: int, *args: Any) -> None:
            self.status = status
            method(status, *args)

        return respond
