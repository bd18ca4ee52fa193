"""Complete responses and how to send them.

Streams go to a temporary file first: granian would buffer a stream in memory for slow clients. So slow clients hold
no thread or snapshot, and a failure half-way is an error, not a truncated file.
"""

import asyncio
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from threading import Event
from typing import IO, NamedTuple

from granian.rsgi import HTTPProtocol, Scope

from api.export.file_response import FileSpanResponse
from serving.cached_response import Headers

IN_MEMORY = 64 * 1024
"""Bytes of a request or a response that are kept in memory; what is longer goes to the disk."""
OPEN_SECONDS = 10
"""In which granian opens a file that it is to send, with plenty to spare."""


class ClientLeft(Exception):  # noqa: N818 - nobody's mistake
    """Nobody waits for the response any more."""


class FileSpan(NamedTuple):
    """Bytes from `start` up to, and without, `end` of a file that stays."""

    path: str
    start: int
    end: int


class ServerResponse(NamedTuple):
    """Body in memory, in a file that stays, or in one of its own above IN_MEMORY bytes."""

    status: int
    headers: Headers
    body: bytes | FileSpan | IO[bytes]

    def send(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.method == "HEAD":
            protocol.response_empty(self.status, self.headers)
        elif isinstance(self.body, bytes):
            protocol.response_bytes(self.status, self.headers, self.body)
        elif isinstance(self.body, FileSpan):
            protocol.response_file_range(self.status, self.headers, *self.body)
        else:
            protocol.response_file(self.status, self.headers, f"/dev/fd/{self.body.fileno()}")

    def close_soon(self) -> None:
        """Close the file once granian has opened it."""
        if not isinstance(self.body, bytes | FileSpan):
            asyncio.get_running_loop().call_later(OPEN_SECONDS, self.body.close)


def from_file(response: FileSpanResponse) -> ServerResponse:
    """Nothing of it is read here."""
    return ServerResponse(response.status_code, list(response.items()), FileSpan(str(response.path), *response.span))


def spool(status: int, headers: Headers, parts: Iterable[bytes], has_left: Event) -> ServerResponse:
    """Raises ClientLeft once `has_left` is set."""
    file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed once it is sent
    try:
        for part in parts:
            if has_left.is_set():
                raise ClientLeft
            file.write(part)
        file.flush()
    except BaseException:
        file.close()
        raise
    length = file.tell()
    fields = [*(pair for pair in headers if pair[0].lower() != "content-length"), ("Content-Length", str(length))]
    file.seek(0)
    if length > IN_MEMORY:
        return ServerResponse(status, fields, file)
    with file:
        return ServerResponse(status, fields, file.read())
