"""Public responses in memory until the next day or edition that changes what they rest on (facts.footing).

Each request checks the current edition, so an edit shows in the very next response of every worker.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe

from api.edition import EDITION_KEY
from facts.edition_key import EditionKey
from facts.footing import FOOTING
from pages.views.plain import MARKDOWN, prefers_markdown
from serving.addresses import DESK, DOWNLOADS, HEALTH, READY
from serving.cached_response import SENT_WITH_304, CachedResponse, Headers, prepare
from serving.compression import CompressionMiddleware
from serving.edit_log import EditLog
from serving.edition_probe import DatabaseAway, EditionProbe
from serving.lru_cache import LRUCache
from serving.response_start import ResponseStart

NEVER_KEPT = (DESK, DOWNLOADS, "/static/", HEALTH, READY)

PLAIN_ACCEPTS = ("", "*/*", "application/json")
LONGEST_QUERY = 2_000
LARGEST_RESPONSE = 2 * 1024 * 1024
GZIP = CompressionMiddleware(lambda request: HttpResponseBase())


class CacheKey(NamedTuple):
    """`accept` is as asked of the API; of a page, whether Markdown is wanted."""

    origin: str
    path: str
    query: str
    accept: str

    @property
    def is_plain(self) -> bool:
        return not self.query and self.accept in PLAIN_ACCEPTS


@dataclass
class ResponseCache:
    """WSGI middleware.

    `capacity` is in bytes; `origin_header` is the WSGI name of the proxy's trusted scheme header.
    """

    application: WSGIApplication
    capacity: int
    origin_header: str = "wsgi.url_scheme"
    probe: EditionProbe = field(default_factory=EditionProbe)

    def __post_init__(self) -> None:
        self.plain = LRUCache(self.capacity * 3 // 4, only_asked_twice=False)
        self.queried = LRUCache(self.capacity // 4, only_asked_twice=True)
        self.log = EditLog()
        self.wanted: set[CacheKey | None] = set()  # keys of what is being made, for which others wait

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = self.key_of(environ)
        if key is None:
            return self.application(environ, start_response)
        cache = self._cache_for(key)
        kept = cache.find(key)
        try:
            edition = self.probe.current()
        except DatabaseAway:
            return self._without_database(kept, environ, start_response)
        if edition is not None and self._follows(edition) and kept is not None and self.log.stands(kept, edition):
            kept.seen = time.time()
            return kept.send(environ, start_response)
        return self._make(key, edition, cache, environ, start_response)

    def kept(self, environ: WSGIEnvironment, current: Callable[[], EditionKey | None]) -> CachedResponse | None:
        key = self.key_of(environ)
        response = None if key is None else self._cache_for(key).find(key)
        if response is None or (edition := current()) is None or not self.log.stands(response, edition):
            return None
        response.seen = time.time()
        return response

    def origin_of(self, environ: WSGIEnvironment) -> str:
        return f"{environ.get(self.origin_header, '')}://{environ.get('HTTP_HOST', '')}"

    def _follows(self, edition: EditionKey) -> bool:
        try:
            self.log.follow(edition)
        except DatabaseError:
            return False
        return True

    def _cache_for(self, key: CacheKey) -> LRUCache:
        return self.plain if key.is_plain else self.queried

    def key_of(self, environ: WSGIEnvironment) -> CacheKey | None:
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if (
            environ["REQUEST_METHOD"] not in ("GET", "HEAD")
            or path.startswith(NEVER_KEPT)
            or len(query) > LONGEST_QUERY
        ):
            return None
        accept = environ.get("HTTP_ACCEPT", "")
        if not path.startswith("/api/"):
            accept = MARKDOWN if prefers_markdown(accept) else ""
        return CacheKey(self.origin_of(environ), path, query and normalize_query(query), accept)

    def _without_database(
        self, kept: CachedResponse | None, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        if kept is None:
            return self.application(environ, start_response)
        return kept.send(environ, start_response, age=[("Age", str(int(time.time() - kept.seen)))])

    def _make(
        self,
        key: CacheKey,
        edition: EditionKey | None,
        cache: LRUCache,
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        if edition is None:
            return self.application(environ, start_response)
        start, history = ResponseStart(), self.log.history
        request = {**unconditional(environ, key.query), EDITION_KEY: edition, "REQUEST_METHOD": "GET"}
        response = self.application(request, start)
        status, headers = start.status, start.headers
        if not is_cacheable(status, headers, response):
            return pass_on(status, headers, response, environ, start_response)
        cached = prepare(headers, _read(response), edition)
        if footing := request.get(FOOTING):
            cached.rest_on(footing.parts, history)
        if len(cached) <= LARGEST_RESPONSE and self._is_still(edition):
            cache.put(key, cached, is_wanted=key in self.wanted)
        return cached.send(environ, start_response)

    def _is_still(self, edition: EditionKey) -> bool:
        try:
            return self.probe.current() == edition
        except DatabaseAway:
            return False


def normalize_query(query: str) -> str:
    """The query with its parameters sorted by name and encoded one way; values of one name keep their order.

    >>> normalize_query("b=2&a=x%2fy&b=1")
    'a=x%2Fy&b=2&b=1'
    """
    pairs = parse_qsl(query, keep_blank_values=True, encoding="latin-1")  # bytes stay as they are
    return urlencode(sorted(pairs, key=lambda pair: pair[0]), encoding="latin-1")


def unconditional(environ: WSGIEnvironment, query: str) -> WSGIEnvironment:
    request = {**environ, "QUERY_STRING": query}
    for header in ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"):
        request.pop(header, None)
    return request


def is_cacheable(status: str, headers: Headers, response: Any) -> bool:
    fields = {name.lower(): value.lower() for name, value in headers}
    is_public = "set-cookie" not in fields and "cookie" not in fields.get("vary", "")
    directives = {"private", "no-store"} & set(fields.get("cache-control", "").replace(" ", "").split(","))
    return status.startswith("200") and not getattr(response, "streaming", True) and is_public and not directives


def pass_on(
    status: str, headers: Headers, response: Any, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    if isinstance(response, HttpResponseBase):
        if unchanged := unchanged_for(environ, response):
            start_response("304 Not Modified", unchanged)
            response.close()
            return []
        response = GZIP.process_response(WSGIRequest(environ), response)
        cookies = [("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values()]
        headers = [*response.items(), *cookies]
    start_response(status, headers)
    if environ["REQUEST_METHOD"] == "HEAD":
        response.close()
        return []
    return response


def _read(response: Any) -> bytes:
    try:
        return b"".join(response)
    finally:
        response.close()


def unchanged_for(environ: WSGIEnvironment, response: HttpResponseBase) -> Headers | None:
    """The headers of a 304, where the reader has a table already; None where not. A table's rows are not read yet."""
    etag, modified = response.get("ETag", ""), parse_http_date_safe(response.get("Last-Modified", ""))
    if response.status_code != HTTPStatus.OK or not etag:
        return None
    answer = get_conditional_response(WSGIRequest(environ), etag, modified, HttpResponse())
    if answer is None or answer.status_code != HTTPStatus.NOT_MODIFIED:
        return None
    return [(name, value) for name, value in response.items() if name == "ETag" or name.startswith(SENT_WITH_304)]
