"""A WSGI application behind a server that speaks RSGI: each request in a thread.

RSGI is granian's own interface: https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md
"""

import asyncio
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment

from granian.rsgi import HTTPProtocol, ProtocolClosed, Scope

THREADS = 4
"""A thread for each answer that is made: while one waits for the database, another reckons."""
LARGEST_BODY = 8 * 1024 * 1024
"""Bytes of a request that are read; a form of ours takes 2 MiB, and a sheet besides (config.settings)."""
IN_MEMORY = 64 * 1024
"""Bytes of it that are kept in memory; what is longer waits for its thread on the disk."""


class WsgiBridge:
    """Runs the WSGI application in threads."""

    def __init__(self, application: WSGIApplication):
        self._application = application
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="answering")

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Answer one request. Its body is read here, so that who sends it slowly keeps no thread waiting."""
        length = content_length(scope.headers)
        if length > LARGEST_BODY:
            protocol.response_bytes(413, [("Content-Type", "text/plain")], b"A request may have at most 8 MiB.\n")
            return
        loop = asyncio.get_running_loop()
        with SpooledTemporaryFile(IN_MEMORY) as body:
            if length:
                async for part in protocol:
                    body.write(part)
                body.seek(0)
            environ = environ_of(scope) | {"wsgi.input": body, "CONTENT_LENGTH": str(length)}
            await loop.run_in_executor(self._pool, self._answer, environ, protocol, loop)

    def _answer(self, environ, protocol, loop):
        start: list = []
        response = self._application(environ, lambda *args: start.append(args))
        try:
            status, headers = int(start[0][0][:3]), [(name, str(value)) for name, value in start[0][1]]
            if is_whole(response):
                protocol.response_bytes(status, headers, b"".join(response))
            else:
                _send_in_parts(response, protocol.response_stream(status, headers), loop)
        finally:
            getattr(response, "close", lambda: None)()


def content_length(headers: Any) -> int:
    """How many bytes the request says that it has; 0 where it does not say, or says no number."""
    value = headers.get("content-length") or ""
    return int(value) if value.isascii() and value.isdigit() else 0


def environ_of(scope: Scope) -> WSGIEnvironment:
    """The request in the terms of WSGI (PEP 3333), but for its body.

    Headers with an underscore are left out: they would pass for others, which a proxy vouches for.
    """
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
    """Whether the response is there already, rather than made while it is sent."""
    return isinstance(response, list) or getattr(response, "streaming", None) is False


def _send_in_parts(parts: Iterable[bytes], transport: Any, loop: asyncio.AbstractEventLoop) -> None:
    """Send one part after the other, each when there is room for it; none more to who has gone."""

    async def send(part):
        await transport.send_bytes(part)

    try:
        for part in parts:
            asyncio.run_coroutine_threadsafe(send(part), loop).result()
    except ProtocolClosed:
        return
