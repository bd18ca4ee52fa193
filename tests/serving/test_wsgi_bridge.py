"""A WSGI application in threads behind a server that speaks RSGI."""

import asyncio
import threading

import pytest

from serving import wsgi_bridge
from serving.wsgi_bridge import WsgiBridge, environ_of
from tests.serving.rsgi import Reply, Request, run


def ask(application, request, reply=None):
    reply = reply or Reply()
    run(WsgiBridge(application).__rsgi__(request, reply))
    return reply


class Parts:
    """An answer that is made while it is sent."""

    streaming = True

    def __init__(self, parts):
        self.made, self.closed, self._parts = 0, False, parts

    def __iter__(self):
        for part in self._parts:
            self.made += 1
            yield part

    def close(self):
        self.closed = True


def echo(environ, start_response):
    """Says back what it is sent."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Length", environ["CONTENT_LENGTH"])])
    return [environ["wsgi.input"].read()]


class TestARequest:
    def test_is_told_in_the_terms_of_wsgi(self):
        environ = environ_of(Request("/careers/a/?b=1", "GET", {"Host": "h", "Content-Type": "text/plain"}))
        told = {name: environ[name] for name in ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "CONTENT_TYPE")}
        assert list(told.values()) == ["GET", "/careers/a/", "b=1", "text/plain"]
        assert (environ["HTTP_HOST"], environ["REMOTE_ADDR"]) == ("h", "127.0.0.1")
        assert (environ["SERVER_NAME"], environ["SERVER_PORT"]) == ("127.0.0.1", "8000")

    def test_may_have_any_letters(self):
        environ = environ_of(Request("/careers/é/?q=é"))
        assert environ["PATH_INFO"].encode("latin-1").decode() == "/careers/é/"
        assert environ["QUERY_STRING"].encode("latin-1").decode() == "q=é"

    def test_keeps_a_header_that_is_sent_twice(self):
        environ = environ_of(Request(headers=[("Accept", "a"), ("accept", "b"), ("Cookie", "a=1"), ("Cookie", "b=2")]))
        assert (environ["HTTP_ACCEPT"], environ["HTTP_COOKIE"]) == ("a,b", "a=1; b=2")

    def test_cannot_pass_off_a_header_as_the_proxy_s(self):
        environ = environ_of(Request(headers={"X_Forwarded_Proto": "https"}))
        assert "HTTP_X_FORWARDED_PROTO" not in environ

    def test_comes_with_its_body_however_it_was_cut(self):
        parts = [b"a" * wsgi_bridge.IN_MEMORY, b"b" * wsgi_bridge.IN_MEMORY]
        length = str(2 * wsgi_bridge.IN_MEMORY)
        reply = ask(echo, Request(method="POST", headers={"Content-Length": length}), Reply(parts))
        assert reply.body == b"".join(parts)
        assert dict(reply.headers)["X-Length"] == length

    @pytest.mark.parametrize("length", [None, "0", "many", "-1", "²"])
    def test_has_no_body_where_it_names_no_length(self, length):
        headers = {} if length is None else {"Content-Length": length}
        assert ask(echo, Request(method="POST", headers=headers), Reply([b"something"])).body == b""

    def test_that_is_too_large_is_refused_unread(self):
        def never(environ, start_response):
            raise AssertionError

        too_long = str(wsgi_bridge.LARGEST_BODY + 1)
        reply = ask(never, Request(method="POST", headers={"Content-Length": too_long}), Reply([b"x"]))
        assert reply.status == 413
        assert b"8 MiB" in reply.body


class TestAnAnswer:
    def test_that_is_whole_is_sent_at_once(self):
        reply = ask(echo, Request())
        assert (reply.status, reply.in_parts) == (200, 0)

    def test_that_is_made_while_it_is_sent_goes_out_in_parts(self):
        parts = Parts([b"a", b"b", b"c"])

        def application(environ, start_response):
            start_response("206 Partial Content", [("Content-Type", "text/csv")])
            return parts

        reply = ask(application, Request())
        assert (reply.status, reply.headers, reply.body) == (206, [("Content-Type", "text/csv")], b"abc")
        assert reply.in_parts == 3
        assert parts.closed

    def test_is_no_longer_made_when_the_reader_has_gone(self):
        parts = Parts([b"a"] * 100)

        def application(environ, start_response):
            start_response("200 OK", [])
            return parts

        ask(application, Request(), Reply(patience=2))
        assert parts.made == 3
        assert parts.closed

    def test_is_closed_even_where_making_it_fails(self):
        class Broken(Parts):
            def __iter__(self):
                raise ValueError

        parts = Broken([])

        def application(environ, start_response):
            start_response("200 OK", [])
            return parts

        with pytest.raises(ValueError):  # noqa: PT011 - the very one
            ask(application, Request())
        assert parts.closed

    def test_waits_for_no_other(self):
        together = threading.Barrier(wsgi_bridge.THREADS, timeout=10)

        def application(environ, start_response):
            together.wait()
            start_response("200 OK", [])
            return [b"together"]

        async def all_at_once():
            served, replies = WsgiBridge(application), [Reply() for _ in range(wsgi_bridge.THREADS)]
            await asyncio.gather(*(served.__rsgi__(Request(), reply) for reply in replies))
            return replies

        assert [reply.body for reply in run(all_at_once())] == [b"together"] * wsgi_bridge.THREADS
