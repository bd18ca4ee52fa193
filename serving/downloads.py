"""Downloads: each file is made once for all clients and kept on disk until the next edition."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Event
from typing import NamedTuple
from wsgiref.types import WSGIEnvironment

from granian.rsgi import HTTPProtocol, Scope

from facts.edition_key import EditionKey
from serving.compression import accepts_gzip
from serving.server_response import ClientLeft, ServerResponse

MOST_FILES = 6
"""Kept at once: three names, compressed and not."""
CONDITIONAL = ("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range", "cookie")


class DownloadKey(NamedTuple):
    origin: str
    path: str
    is_gzip: bool
    edition: EditionKey


@dataclass
class SharedWork:
    future: asyncio.Future[ServerResponse]
    has_left: Event
    waiting: int = 0


@dataclass
class Downloads:
    """`submit` runs a request in a thread; it may raise PoolFull."""

    submit: Callable[[WSGIEnvironment, Event], Future[ServerResponse]]
    _making: dict[DownloadKey, SharedWork] = field(default_factory=dict)
    _files: OrderedDict[DownloadKey, ServerResponse] = field(default_factory=OrderedDict)

    async def send(
        self, key: DownloadKey, environ: Callable[[], WSGIEnvironment], scope: Scope, protocol: HTTPProtocol
    ) -> None:
        """Raises PoolFull."""
        if (kept := self._files.get(key)) is not None:
            self._files.move_to_end(key)
            return kept.send(scope, protocol)
        work = self._making.get(key) or self._begin(key, environ())
        work.waiting += 1
        departure = asyncio.ensure_future(protocol.client_disconnect())
        try:
            await asyncio.wait((work.future, departure), return_when=asyncio.FIRST_COMPLETED)
            if work.future.done():
                (await work.future).send(scope, protocol)
        except ClientLeft:
            return None
        finally:
            departure.cancel()
            work.waiting -= 1
            if not work.waiting:
                self._end(key, work)

    def _begin(self, key: DownloadKey, environ: WSGIEnvironment) -> SharedWork:
        has_left = Event()
        work = SharedWork(asyncio.wrap_future(self.submit(environ, has_left)), has_left)
        self._making[key] = work
        return work

    def _end(self, key: DownloadKey, work: SharedWork) -> None:
        del self._making[key]
        if not work.future.done():
            work.has_left.set()
            work.future.cancel()
        elif not work.future.exception():
            self._keep(key, work.future.result())

    def _keep(self, key: DownloadKey, response: ServerResponse) -> None:
        if response.status != 200 or isinstance(response.body, bytes):
            response.close_soon()
            return
        self._files[key] = response
        for old in [other for other in self._files if other.edition != key.edition]:
            self._files.pop(old).close_soon()
        while len(self._files) > MOST_FILES:
            self._files.popitem(last=False)[1].close_soon()


def download_key(environ: WSGIEnvironment, scope: Scope, origin: str, edition: EditionKey | None) -> DownloadKey | None:
    """None if the response depends on anything else."""
    is_plain = not scope.query_string and not any(scope.headers.get(name) for name in CONDITIONAL)
    if edition is None or not is_plain:
        return None
    return DownloadKey(origin, scope.path, accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")), edition)
