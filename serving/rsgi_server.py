"""The server's door: what is kept is given from its event loop, all else is made by Django in a thread.

To give a kept answer takes little more than to ask the database which edition is current. Requests that wait in the
event loop share that question: it is asked once for all that came before it, and for none that came later. So an edit
is visible in the very next request, as it is where each request asks by itself, in a thread (serving.response_cache).

The loop waits for nothing but that question. Whoever cannot be served from it, for whatever reason, is served by the
WSGI application, which needs nothing of what is here.
"""

import asyncio
import os
import time
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import DatabaseError, connections
from granian.rsgi import HTTPProtocol, Scope

from serving.replica import PRIMARY, REPLICA, is_public
from serving.response_cache import PAUSE, Answer, Answers, Moment, edition_on
from serving.wsgi_bridge import Threads, as_wsgi

DEPENDS_ON = ("Accept", "Accept-Encoding", "Cookie", "Host", "If-Modified-Since", "If-None-Match")
"""Headers of a request that have a part in which of the answers that are kept one gets, and in which form."""


class Front:
    """An RSGI application that gives what `answers` has, and leaves the rest to the WSGI `application` around it."""

    def __init__(self, answers: Answers, application: WSGIApplication):
        self._answers, self._threads = answers, Threads(application)
        self._look = Look(REPLICA if REPLICA in settings.DATABASES else PRIMARY)
        variables = {f"HTTP_{name.replace('-', '_').upper()}" for name in DEPENDS_ON}
        if answers.origin_header.startswith("HTTP_"):
            variables.add(answers.origin_header)
        self._headers = [(variable.removeprefix("HTTP_").replace("_", "-").lower(), variable) for variable in variables]

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Answer one request."""
        if scope.method == "GET":
            environ = self._environ(scope)
            if (answer := self._kept(environ)) is not None:
                give(answer, environ, protocol)
                return
        await self._threads.__rsgi__(scope, protocol)

    def _environ(self, scope: Scope) -> WSGIEnvironment:
        """Of a request what an answer that is kept depends on, in the terms of WSGI."""
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": as_wsgi(scope.path)}
        environ["QUERY_STRING"] = as_wsgi(scope.query_string)
        environ["wsgi.url_scheme"] = scope.scheme
        value = scope.headers.get
        for name, variable in self._headers:
            if (said := value(name)) is not None:
                environ[variable] = said
        return environ

    def _kept(self, environ: WSGIEnvironment) -> Answer | None:
        """The answer that is kept and current, for a reader whom nobody knows and who takes it as it is kept."""
        if not is_public(environ) or "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", ""):
            return None
        answer = self._answers.kept(environ)
        if answer is None or self._look.current() != answer.moment:
            return None
        answer.seen = time.time()
        return answer


class Look:
    """The loop's look at the database: which edition is current, for all requests that wait in the loop by then.

    It has a connection of its own, which is opened in a thread: that may take seconds, in which others are served. It
    is opened anew as often as Django opens those of threads (CONN_MAX_AGE).
    """

    def __init__(self, alias: str):
        self._connection: Any = connections.create_connection(alias)
        self._connection.inc_thread_sharing()  # opened in one thread, used in another
        self._moment: Moment | None = None
        self._is_open = self._holds = False
        self._opening: asyncio.Future[None] | None = None

    def current(self) -> Moment | None:
        """What is current; None before the first edition, and while that cannot be asked from here."""
        if not self._is_open:
            self._open_soon()
            return None
        if not self._holds:
            os.sched_yield()  # whom the server has read by now is put into the loop's queue, and need not ask again
            asyncio.get_running_loop().call_soon(self._forget)  # after all that are in the queue, ahead of all others
            self._moment, self._holds = self._ask(), True
        return self._moment

    def _forget(self):
        self._holds = False

    def _ask(self):
        close_at = self._connection.close_at
        if close_at is not None and time.monotonic() >= close_at:
            self._is_open = False
            return None
        try:
            return edition_on(self._connection)
        except self._connection.Database.Error:
            self._is_open = False
            return None

    def _open_soon(self):
        if self._opening is None or self._opening.done():
            self._opening = asyncio.get_running_loop().run_in_executor(None, self._open)

    def _open(self):
        try:
            self._connection.close()
            self._connection.ensure_connection()
            self._is_open = True
        except (DatabaseError, self._connection.Database.Error):
            time.sleep(PAUSE)


def give(answer: Answer, environ: WSGIEnvironment, protocol: HTTPProtocol) -> None:
    """Send the answer, or 304 to who has it already."""
    said: list = []
    body = answer.give(environ, lambda *start: said.extend(start))
    status, headers = said
    if body:
        protocol.response_bytes(int(status[:3]), headers, body[0])
    else:
        protocol.response_empty(int(status[:3]), headers)
