"""Public answers kept in memory until the next edition or the next day, whichever comes first.

What a reader gets depends on the address, the edition, and the day (a page tells how old a figure is), and on nothing
else. So an answer is made once by Django and then given from here, ahead of all of it, after one look at the database
to see which edition is current. Workers need not tell one another: each of them asks. An edit is thus visible in the
very next request.

Addresses in their plain form are kept on one shelf. Those with a query have a shelf of their own, and get there when
asked a second time: made-up queries push nobody's page out. Both are bounded in bytes.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, connections, router
from django.http import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.http import parse_http_date_safe
from zlib_ng.gzip_ng import compress, decompress

from api.edition import MOMENT
from facts.models import Edition
from serving.addresses import DESK, HEALTH

Headers = list[tuple[str, str]]

NOT_KEPT = (DESK, "/static/", HEALTH)
"""What is different for each editor, a file already, or must be asked of the database itself."""

PLAIN_FORMS = ("", "*/*", "application/json")
LONGEST_QUERY = 2_000
LARGEST_ANSWER = 2 * 1024 * 1024
WORTH_COMPRESSING = 500
COMPRESSED = 6
"""How hard: 9 would take a fifth longer and save half a byte in a hundred."""
REMEMBERED = 10_000
"""How many addresses a shelf remembers of those that were asked once."""
PAUSE = 1.0
"""Seconds for which a database that is away is not asked again."""
GZIP = GZipMiddleware(lambda request: HttpResponseBase())
TOLD_WITH_UNCHANGED = ("Access-Control-", "Cache-Control", "Last-Modified", "Rungs-", "Vary")
"""What a 304 says besides the tag: what may have changed, and what says who may use the copy (RFC 9110, 15.4.5)."""


class Away(Exception):  # noqa: N818 - a state of the database rather than a mistake
    """The database does not answer."""


class Moment(NamedTuple):
    """What an answer holds for: the edition, and the day in UTC."""

    edition: int
    published_at: str
    day: int


class Address(NamedTuple):
    """What an answer depends on besides the moment."""

    origin: str
    path: str
    query: str
    form: str

    @property
    def is_plain(self) -> bool:
        """Whether nothing in it is made up by the one asking."""
        return not self.query and self.form in PLAIN_FORMS


@dataclass(slots=True)
class Answer:
    """What Django said, as it is sent: compressed once, and uncompressed again for the few who ask for that.

    `body` is compressed where `headers` and `plain_headers` differ. `seen` is when it was last known to be current.
    """

    moment: Moment
    tag: str
    modified: str
    headers: Headers
    plain_headers: Headers
    unchanged_headers: Headers
    body: bytes
    seen: float

    def __len__(self):
        return len(self.body) + 2_000  # the headers, thrice, and what Python adds

    def give(
        self, environ: WSGIEnvironment, start_response: StartResponse, *, age: Headers | None = None
    ) -> list[bytes]:
        """Send it, or 304 to who has it already; `age` are headers that say how old it is, where it may be old."""
        if self._is_known_to(environ):
            start_response("304 Not Modified", self.unchanged_headers + (age or []))
            return []
        is_plain = self.headers is not self.plain_headers and "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", "")
        headers = self.plain_headers if is_plain else self.headers
        start_response("200 OK", headers + age if age else headers)
        if environ["REQUEST_METHOD"] == "HEAD":
            return []
        return [decompress(self.body) if is_plain else self.body]

    def _is_known_to(self, environ):
        if tags := environ.get("HTTP_IF_NONE_MATCH"):
            return self.tag in tags or tags.strip() == "*"
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        if not (since and self.modified):
            return False
        return since == self.modified or (parse_http_date_safe(since) or 0) >= parse_http_date_safe(self.modified)


class Shelf:
    """Answers by address, the one longest unasked making room; at most `room` bytes."""

    def __init__(self, room: int, *, only_asked_twice: bool):
        self.room, self.taken = room, 0
        self._only_asked_twice = only_asked_twice
        self._kept: OrderedDict[Address, Answer] = OrderedDict()
        self._asked_once: OrderedDict[int, None] = OrderedDict()
        self._lock = Lock()

    def __len__(self):
        return len(self._kept)

    def find(self, address: Address) -> Answer | None:
        """The answer that was kept for the address, of whichever moment."""
        with self._lock:
            if (found := self._kept.get(address)) is not None:
                self._kept.move_to_end(address)
            return found

    def put(self, address: Address, answer: Answer) -> None:
        """Keep the answer; on a full shelf, or one for made-up addresses, only if it was asked for before."""
        with self._lock:
            self._take(address)
            must_be_asked_twice = self._only_asked_twice or self.taken + len(answer) > self.room
            if must_be_asked_twice and not self._was_asked(hash(address)):
                return
            self._kept[address] = answer
            self.taken += len(answer)
            while self.taken > self.room:
                self._take(next(iter(self._kept)))

    def _take(self, address):
        if (gone := self._kept.pop(address, None)) is not None:
            self.taken -= len(gone)
            self._asked_once[hash(address)] = None  # whoever was here once may come back at once

    def _was_asked(self, number):
        if number in self._asked_once:
            return True
        self._asked_once[number] = None
        if len(self._asked_once) > REMEMBERED:
            self._asked_once.popitem(last=False)
        return False


EDITION = "SELECT number, CAST(published_at AS TEXT) FROM facts_edition ORDER BY number DESC LIMIT 1"
PREPARE, PREPARED = f"PREPARE current_edition AS {EDITION}", "EXECUTE current_edition"


def edition_on(connection: Any) -> Moment | None:
    """The look at the database: what is current, by an open connection; None before the first edition.

    It goes past Django to the driver's own cursor, whose query costs less than what Django would wrap around it. Raises
    the driver's own errors.
    """
    cursor = connection.connection.cursor()
    try:
        cursor.execute(_question_on(connection, cursor))
        row = cursor.fetchone()
    finally:
        cursor.close()
    return Moment(row[0], row[1], int(time.time() // 86_400)) if row else None


def _question_on(connection, cursor):
    """The query; on PostgreSQL by a plan made once for each connection, which halves the time it takes."""
    if connection.vendor != "postgresql":
        return EDITION
    if getattr(connection, "planned_on", None) is not connection.connection:
        cursor.execute(PREPARE)
        connection.planned_on = connection.connection
    return PREPARED


class Editions:
    """The look at the database by the connection that this thread has with it."""

    def __init__(self):
        self._away_until = 0.0

    def current(self) -> Moment | None:
        """What is current; None before the first edition. Raises Away where the database does not answer."""
        if self._away_until and time.monotonic() < self._away_until:
            raise Away
        connection: Any = connections[router.db_for_read(Edition)]
        try:
            return self._ask(connection)
        except (DatabaseError, connection.Database.Error):
            self._away_until = time.monotonic() + PAUSE
            raise Away from None

    def _ask(self, connection):
        if connection.connection is not None:
            try:
                return edition_on(connection)
            except connection.Database.Error:
                connection.close()  # it had gone since the last request; a new one may be there
        connection.ensure_connection()
        return edition_on(connection)


@dataclass
class Answers:
    """A WSGI application that gives what it has of `application`, Django's.

    `room` is how many bytes it may keep, `origin_header` the WSGI name of the header by which a trusted proxy says
    which scheme a reader used, if there is one.
    """

    application: WSGIApplication
    room: int
    origin_header: str = "wsgi.url_scheme"
    editions: Editions = field(default_factory=Editions)

    def __post_init__(self):
        self.plain = Shelf(self.room * 3 // 4, only_asked_twice=False)
        self.queried = Shelf(self.room // 4, only_asked_twice=True)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer to one request."""
        address = self._address(environ)
        if address is None:
            return self.application(environ, start_response)
        shelf = self._shelf_of(address)
        kept = shelf.find(address)
        try:
            moment = self.editions.current()
        except Away:
            return self._without_database(kept, environ, start_response)
        if kept is not None and kept.moment == moment:
            kept.seen = time.time()
            return kept.give(environ, start_response)
        return self._made(address, moment, shelf, environ, start_response)

    def kept(self, environ: WSGIEnvironment) -> Answer | None:
        """What is kept for the request, of whichever moment."""
        address = self._address(environ)
        return None if address is None else self._shelf_of(address).find(address)

    def _shelf_of(self, address):
        return self.plain if address.is_plain else self.queried

    def _address(self, environ) -> Address | None:
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or path.startswith(NOT_KEPT) or len(query) > LONGEST_QUERY:
            return None
        origin = f"{environ.get(self.origin_header, '')}://{environ.get('HTTP_HOST', '')}"
        form = environ.get("HTTP_ACCEPT", "") if path.startswith("/api/") else ""
        return Address(origin, path, query and normalised(query), form)

    def _without_database(self, kept, environ, start_response):
        if kept is None:
            return self.application(environ, start_response)
        return kept.give(environ, start_response, age=[("Age", str(int(time.time() - kept.seen)))])

    def _made(self, address, moment, shelf, environ, start_response):
        if moment is None or environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        said: list[tuple[str, Headers]] = []
        asked = {**whole_answer_to(environ, address.query), MOMENT: moment}
        response = self.application(asked, lambda status, headers, *error: said.append((status, headers)))
        status, headers = said[0]
        if not may_be_kept(status, headers, response):
            return passed_on(status, headers, response, environ, start_response)
        answer = made_ready(headers, _read(response), moment)
        if len(answer) <= LARGEST_ANSWER and self._is_still(moment):
            shelf.put(address, answer)
        return answer.give(environ, start_response)

    def _is_still(self, moment):
        try:
            return self.editions.current() == moment
        except Away:
            return False


def normalised(query: str) -> str:
    """The query with its parameters in the order of their names, each written one way.

    Values of one name keep their order, which may say something.

    >>> normalised("b=2&a=x%2fy&b=1")
    'a=x%2Fy&b=2&b=1'
    """
    pairs = parse_qsl(query, keep_blank_values=True, encoding="latin-1")  # bytes stay as they are
    return urlencode(sorted(pairs, key=lambda pair: pair[0]), encoding="latin-1")


def whole_answer_to(environ: WSGIEnvironment, query: str) -> WSGIEnvironment:
    """The request as Django is to answer it: the same for everyone, whole, not compressed."""
    asked = {**environ, "QUERY_STRING": query}
    for header in ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"):
        asked.pop(header, None)
    return asked


def may_be_kept(status: str, headers: Headers, response: Any) -> bool:
    """Whether everyone who asks may be given this answer: a whole one that nobody's cookie had a part in."""
    said = {name.lower(): value.lower() for name, value in headers}
    is_everyones = "set-cookie" not in said and "cookie" not in said.get("vary", "")
    asks_not_to = {"private", "no-store"} & set(said.get("cache-control", "").replace(" ", "").split(","))
    return status.startswith("200") and not getattr(response, "streaming", True) and is_everyones and not asks_not_to


def made_ready(headers: Headers, body: bytes, moment: Moment) -> Answer:
    """The answer as it will be sent: with a tag, compressed where that is worth it, its headers written out."""
    said = {name.title(): value for name, value in headers if name.lower() != "content-length"}
    said.setdefault("Cache-Control", "public, no-cache")  # a copy is kept, and asked about before it is shown
    tag = said.pop("Etag", f'"{sha256(body).hexdigest()[:32]}"').removeprefix("W/")
    if "accept-encoding" not in said.get("Vary", "").lower():
        said["Vary"] = ", ".join(filter(None, (said.get("Vary"), "Accept-Encoding")))
    modified, common = said.get("Last-Modified", ""), list(said.items())
    unchanged = [("ETag", tag), *((name, value) for name, value in common if name.startswith(TOLD_WITH_UNCHANGED))]
    sent = plain = [*common, ("ETag", tag), ("Content-Length", str(len(body)))]
    if len(body) >= WORTH_COMPRESSING:
        body = compress(body, COMPRESSED, mtime=0)
        packed = ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))
        sent = [*common, ("ETag", f"W/{tag}"), *packed]
    return Answer(moment, tag, modified, sent, plain, unchanged, body, time.time())


def passed_on(
    status: str, headers: Headers, response: Any, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """What is not kept, as Django made it: compressed after all where the one asking can read that."""
    if isinstance(response, HttpResponseBase):
        response = GZIP.process_response(WSGIRequest(environ), response)
        cookies = [("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values()]
        headers = [*response.items(), *cookies]
    start_response(status, headers)
    return response


def _read(response) -> bytes:
    try:
        return b"".join(response)
    finally:
        response.close()
