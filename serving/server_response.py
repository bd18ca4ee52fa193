"""A response that is made, and how it is sent.

One that is made in parts is written to a temporary file first, which granian sends as fast as it is read: granian's own
stream takes whatever it is given into memory, however slowly the client reads. So a slow client keeps no thread and
no database snapshot, and a response that fails half-way is an error rather than a shorter file.
"""

import asyncio
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from threading import Event
from typing import IO, NamedTuple

from granian.rsgi import HTTPProtocol, Scope

from serving.cached_response import Headers

IN_MEMORY = 64 * 1024
"""Bytes of a request or a response that are kept in memory; what is longer goes to the disk."""
OPEN_SECONDS = 10
"""In which granian opens a file that it is to send, with plenty to spare."""


class ClientLeft(Exception):  # noqa: N818 - nobody's mistake
    """Nobody waits for the response any more."""


class ServerResponse(NamedTuple):
    """Its body is in memory, or in a file where it is longer than IN_MEMORY."""

    status: int
    headers: Headers
    body: bytes | IO[bytes]

    def send(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.method == "HEAD":
            protocol.response_empty(self.status, self.headers)
        elif isinstance(self.body, bytes):
            protocol.response_bytes(self.status, self.headers, self.body)
        else:
            protocol.response_file(self.status, self.headers, f"/dev/fd/{self.body.fileno()}")

    def close_soon(self) -> None:
        """Close its file once granian has opened it for itself."""
        if not isinstance(self.body, bytes):
            asyncio.get_running_loop().call_later(OPEN_SECONDS, self.body.close)


def spool(status: int, headers: Headers, parts: Iterable[bytes], has_left: Event) -> ServerResponse:
    """Write the parts down; raises ClientLeft once `has_left` is set."""
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
