"""Run a WSGI application behind RSGI, in pooled threads.

https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md
"""

import asyncio
import errno
import logging
import sys
from collections.abc import Iterable
from concurrent.futures import Future
from tempfile import SpooledTemporaryFile
from threading import Event
from typing import IO, Any
from wsgiref.types import WSGIApplication, WSGIEnvironment

from granian.rsgi import HTTPProtocol, Scope

from api.export.file_response import FileSpanResponse
from serving.response_start import ResponseStart
from serving.server_response import IN_MEMORY, ClientLeft, ServerResponse, from_file, spool
from serving.small_responses import busy, disk_full, too_large, too_slow
from serving.work_pools import PoolFull, WorkPool, make_pools, pool_name

LARGEST_BODY_MIB = 8
"""Of a request; a form of ours takes 2 MiB, and a sheet besides (config.settings)."""
BODY_SECONDS = 30
"""In which the body of a request has to arrive."""

logger = logging.getLogger("rungs.server")


class WsgiBridge:
    def __init__(self, application: WSGIApplication) -> None:
        self._application = application
        self.pools = make_pools()

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Reads the body here, so slow clients hold no thread."""
        pool = self.pools[pool_name(scope.method, scope.path)]
        length = content_length(scope.headers)
        if pool.is_full:
            return refuse(scope, protocol)
        if length > LARGEST_BODY_MIB * 1024 * 1024:
            return too_large(LARGEST_BODY_MIB).send(scope, protocol)
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                await _read_body(protocol, body, length)
                environ = environ_of(scope) | {"wsgi.input": body, "CONTENT_LENGTH": str(length)}
                await self._answer(pool, environ, scope, protocol)
            except TimeoutError:
                too_slow().send(scope, protocol)
            except PoolFull:
                refuse(scope, protocol)

    def submit_export(self, environ: WSGIEnvironment, has_left: Event) -> Future[ServerResponse]:
        """Raises PoolFull."""
        return self.pools["exports"].submit(lambda: self.respond(environ, has_left))

    async def _answer(self, pool: WorkPool, environ: WSGIEnvironment, scope: Scope, protocol: HTTPProtocol) -> None:
        has_left = Event()
        future = pool.submit(lambda: self.respond(environ, has_left))
        work, departure = asyncio.wrap_future(future), asyncio.ensure_future(protocol.client_disconnect())
        try:
            await asyncio.wait((work, departure), return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                has_left.set()
                if future.cancel():
                    return
            response = await work
            response.send(scope, protocol)
            response.close_soon()
        except ClientLeft:
            return
        finally:
            departure.cancel()

    def respond(self, environ: WSGIEnvironment, has_left: Event) -> ServerResponse:
        """Raises ClientLeft."""
        start = ResponseStart()
        parts = self._application(environ, start)
        try:
            if isinstance(parts, FileSpanResponse):
                return from_file(parts)
            status, headers = int(start.status[:3]), [(name, str(value)) for name, value in start.headers]
            if is_whole(parts):
                return ServerResponse(status, headers, b"".join(parts))
            return spool(status, headers, parts, has_left)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            logger.warning("The disk is full: %s is not sent", environ["PATH_INFO"])
            return disk_full()
        finally:
            getattr(parts, "close", lambda: None)()


def refuse(scope: Scope, protocol: HTTPProtocol) -> None:
    busy(is_api=scope.path.startswith("/api/")).send(scope, protocol)


def content_length(headers: Any) -> int:
    """0 without a valid header."""
    value = headers.get("content-length") or ""
    return int(value) if value.isascii() and value.isdigit() else 0


def environ_of(scope: Scope) -> WSGIEnvironment:
    """WSGI environ (PEP 3333) without a body. Drops headers with underscores, which could spoof a proxy's headers."""
    (name, _, port), (client, _, _) = scope.server.rpartition(":"), scope.client.rpartition(":")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": as_wsgi(scope.path),
        "QUERY_STRING": as_wsgi(scope.query_string),
        "SERVER_NAME": name,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": client,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for header, value in scope.headers.items():
        if header == "content-type":
            environ["CONTENT_TYPE"] = value
        elif header != "content-length" and "_" not in header:
            variable, between = f"HTTP_{header.replace('-', '_').upper()}", "; " if header == "cookie" else ","
            environ[variable] = f"{environ[variable]}{between}{value}" if variable in environ else value
    return environ


def as_wsgi(text: str) -> str:
    """The text as WSGI has it: a character for each of its bytes.

    >>> as_wsgi("é")
    'Ã©'
    """
    return text if text.isascii() else text.encode().decode("latin-1")


def is_whole(response: Iterable[bytes]) -> bool:
    return isinstance(response, list) or getattr(response, "streaming", None) is False


async def _read_body(protocol: HTTPProtocol, body: IO[bytes], length: int) -> None:
    """Raises TimeoutError for a slow body."""
    if length:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in protocol:
                body.write(part)
        body.seek(0)
