"""Cached responses sent from the event loop; Django makes the rest in threads.

Requests that wait in the loop share one query for the current edition, run after they arrived, so an edit still
shows in the very next response.
"""

import asyncio
import os
import time
from io import BytesIO
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import DatabaseError, connections
from granian.rsgi import HTTPProtocol, Scope

from facts.edition_key import EditionKey, read_edition_key
from serving.addresses import HEALTH
from serving.cached_response import CachedResponse
from serving.compression import accepts_gzip
from serving.downloads import DownloadKey, Downloads, download_key
from serving.edition_probe import PAUSE
from serving.replica import PRIMARY, REPLICA, is_public
from serving.response_cache import CacheKey, ResponseCache
from serving.response_start import ResponseStart
from serving.small_responses import alive
from serving.work_pools import EXPORT, PoolFull
from serving.wsgi_bridge import WsgiBridge, as_wsgi, environ_of, refuse

VARYING_HEADERS = ("Accept", "Accept-Encoding", "Cookie", "Host", "If-Modified-Since", "If-None-Match")
"""Request headers that decide which kept response is sent, and in which form."""
PATIENCE = 5
"""Seconds for which a request waits for the answer that another has made."""
NO_BODY: WSGIEnvironment = {"wsgi.input": BytesIO(), "CONTENT_LENGTH": "0"}


class RsgiServer:
    def __init__(self, cache: ResponseCache, application: WSGIApplication) -> None:
        self._cache, self._bridge = cache, WsgiBridge(application)
        self._downloads = Downloads(self._bridge.submit_export)
        self._making: dict[CacheKey | None, asyncio.Future[None]] = {}
        self._probe = EventLoopProbe(REPLICA if REPLICA in settings.DATABASES else PRIMARY)
        variables = {f"HTTP_{name.replace('-', '_').upper()}" for name in VARYING_HEADERS}
        if cache.origin_header.startswith("HTTP_"):
            variables.add(cache.origin_header)
        self._headers = [(variable.removeprefix("HTTP_").replace("_", "-").lower(), variable) for variable in variables]

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.path == HEALTH and scope.method in ("GET", "HEAD"):
            alive().send(scope, protocol)
        elif scope.method == "GET":
            await self._get(scope, protocol)
        else:
            await self._bridge.__rsgi__(scope, protocol)

    async def _get(self, scope: Scope, protocol: HTTPProtocol) -> None:
        environ = self._environ(scope)
        if (response := self._current_response(environ)) is not None:
            send(response, environ, protocol)
        elif (key := self._download_key(environ, scope)) is not None:
            try:
                await self._downloads.send(key, lambda: environ_of(scope) | NO_BODY, scope, protocol)
            except PoolFull:
                refuse(scope, protocol)
        else:
            await self._make(environ, scope, protocol)

    async def _make(self, environ: WSGIEnvironment, scope: Scope, protocol: HTTPProtocol) -> None:
        key = self._cache.key_of(environ) if is_public(environ) else None
        if (maker := self._making.get(key)) is not None:
            self._cache.wanted.add(key)
            await asyncio.wait((maker,), timeout=PATIENCE)
            if (response := self._current_response(environ)) is not None:
                return send(response, environ, protocol)
        elif key is not None:
            self._making[key] = asyncio.get_running_loop().create_future()
        try:
            await self._bridge.__rsgi__(scope, protocol)
        finally:
            if maker is None and key is not None:
                self._making.pop(key).set_result(None)
                self._cache.wanted.discard(key)

    def _download_key(self, environ: WSGIEnvironment, scope: Scope) -> DownloadKey | None:
        if not EXPORT.match(scope.path):
            return None
        return download_key(environ, scope, self._cache.origin_of(environ), self._probe.current())

    def _environ(self, scope: Scope) -> WSGIEnvironment:
        environ: WSGIEnvironment = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": as_wsgi(scope.path),
            "QUERY_STRING": as_wsgi(scope.query_string),
            "wsgi.url_scheme": scope.scheme,
        }
        header = scope.headers.get
        for name, variable in self._headers:
            if (value := header(name)) is not None:
                environ[variable] = value
        return environ

    def _current_response(self, environ: WSGIEnvironment) -> CachedResponse | None:
        if not is_public(environ) or not accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")):
            return None
        return self._cache.kept(environ, self._probe.current)


class EventLoopProbe:
    """Reads the edition key once for all requests waiting by then.

    Opens its connection in a thread, since that may take seconds; reopens it by CONN_MAX_AGE.
    """

    def __init__(self, alias: str) -> None:
        self._connection: Any = connections.create_connection(alias)
        self._connection.inc_thread_sharing()  # opened in one thread, used in another
        self._key: EditionKey | None = None
        self._is_open = self._is_fresh = False
        self._opening: asyncio.Future[None] | None = None

    def current(self) -> EditionKey | None:
        """None before the first edition, or without a connection."""
        if not self._is_open:
            self._open_soon()
            return None
        if not self._is_fresh:
            os.sched_yield()  # requests that the server has read by now join the loop's queue and share the query
            asyncio.get_running_loop().call_soon(self._expire)  # after all that are queued, ahead of all others
            self._key, self._is_fresh = self._read(), True
        return self._key

    def _expire(self) -> None:
        self._is_fresh = False

    def _read(self) -> EditionKey | None:
        close_at = self._connection.close_at
        if close_at is not None and time.monotonic() >= close_at:
            self._is_open = False
            return None
        try:
            return read_edition_key(self._connection)
        except self._connection.Database.Error:
            self._is_open = False
            return None

    def _open_soon(self) -> None:
        if self._opening is None or self._opening.done():
            self._opening = asyncio.get_running_loop().run_in_executor(None, self._open)

    def _open(self) -> None:
        try:
            self._connection.close()
            self._connection.ensure_connection()
            self._is_open = True
        except (DatabaseError, self._connection.Database.Error):
            time.sleep(PAUSE)


def send(response: CachedResponse, environ: WSGIEnvironment, protocol: HTTPProtocol) -> None:
    start = ResponseStart()
    body = response.send(environ, start)
    status = int(start.status[:3])
    if body:
        protocol.response_bytes(status, start.headers, body[0])
    else:
        protocol.response_empty(status, start.headers)
