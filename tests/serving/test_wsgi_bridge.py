"""A WSGI application in threads behind a server that speaks RSGI."""

import asyncio
import errno
import json
import threading

import pytest

from api.export.file_response import FileSpanResponse
from api.export.ranges import Span
from serving import wsgi_bridge
from serving.server_response import IN_MEMORY
from serving.work_pools import SIZES, pool_name
from serving.wsgi_bridge import WsgiBridge, environ_of
from tests.serving.rsgi import Reply, Request, run


def ask(application, request, reply=None):
    async def answered():
        whole = reply or Reply()
        await WsgiBridge(application).__rsgi__(request, whole)
        return whole

    return run(answered())


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
        parts = [b"a" * IN_MEMORY, b"b" * IN_MEMORY]
        length = str(2 * IN_MEMORY)
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

        too_long = str(wsgi_bridge.LARGEST_BODY_MIB * 1024 * 1024 + 1)
        reply = ask(never, Request(method="POST", headers={"Content-Length": too_long}), Reply([b"x"]))
        assert reply.status == 413
        assert b"8 MiB" in reply.body


def streaming(parts):
    def application(environ, start_response):
        start_response("206 Partial Content", [("Content-Type", "text/csv")])
        return parts

    return application


class TestAResponse:
    def test_that_is_whole_is_sent_from_memory(self):
        reply = ask(echo, Request())
        assert (reply.status, reply.file) == (200, None)

    def test_that_is_made_in_parts_is_sent_whole(self):
        parts = Parts([b"a", b"b", b"c"])
        reply = ask(streaming(parts), Request())
        assert (reply.status, reply.body) == (206, b"abc")
        assert reply.headers == [("Content-Type", "text/csv"), ("Content-Length", "3")]
        assert parts.closed

    def test_that_is_long_waits_for_its_reader_on_the_disk(self):
        parts = [b"a" * IN_MEMORY, b"b"]
        reply = ask(streaming(Parts(parts)), Request())
        assert reply.file.startswith("/dev/fd/")
        assert reply.body == b"".join(parts)
        assert dict(reply.headers)["Content-Length"] == str(IN_MEMORY + 1)

    def test_is_closed_even_where_making_it_fails(self):
        class Broken(Parts):
            def __iter__(self):
                raise ValueError

        parts = Broken([])
        with pytest.raises(ValueError):  # noqa: PT011 - the very one
            ask(streaming(parts), Request())
        assert parts.closed

    def test_is_refused_for_now_where_the_disk_is_full(self, caplog):
        class NoRoom(Parts):
            def __iter__(self):
                yield b"a"
                raise OSError(errno.ENOSPC, "No space left on device")

        reply = ask(streaming(NoRoom([])), Request("/download/all.zip"))
        assert (reply.status, dict(reply.headers)["Retry-After"]) == (503, "60")
        assert "The disk is full: /download/all.zip is not sent" in caplog.messages

    def test_waits_for_no_other(self):
        threads, _queue = SIZES["pages"]
        together = threading.Barrier(threads, timeout=10)

        def application(environ, start_response):
            together.wait()
            start_response("200 OK", [])
            return [b"together"]

        replies = ask_at_once(application, [Request()] * threads)
        assert [reply.body for reply in replies] == [b"together"] * threads


def ask_at_once(application, requests):
    async def all_of_them():
        bridge, replies = WsgiBridge(application), [Reply() for _ in requests]
        await asyncio.gather(*(bridge.__rsgi__(*pair) for pair in zip(requests, replies, strict=True)))
        return replies

    return run(all_of_them())


class Held:
    """An application that answers once it is let go."""

    def __init__(self):
        self.release, self.paths = threading.Event(), []

    def __call__(self, environ, start_response):
        self.paths.append(environ["PATH_INFO"])
        assert self.release.wait(10)
        start_response("200 OK", [])
        return [b"made"]


@pytest.fixture
def held():
    application = Held()
    yield application
    application.release.set()


LOGIN = Request("/admin/login/", "POST")


class TestAQueue:
    @pytest.mark.parametrize(
        ("crowd", "other"),
        [
            (LOGIN, Request("/")),
            (LOGIN, Request("/admin/")),
            (Request("/compare.csv"), Request("/")),
            (Request("/api/v1/wages.csv"), Request("/api/v1/wages/")),
            (Request("/admin/"), Request("/")),
            (Request("/"), Request("/admin/")),
        ],
    )
    def test_that_is_full_keeps_nobody_else_waiting(self, held, crowd, other):
        room = sum(SIZES[pool_name(crowd.method, crowd.path)])

        def crowd_held(environ, start_response):
            return (held if environ["PATH_INFO"] == crowd.path else echo)(environ, start_response)

        async def crowd_and_other():
            bridge, replies = WsgiBridge(crowd_held), []
            waiting = [asyncio.ensure_future(bridge.__rsgi__(crowd, Reply())) for _ in range(room)]
            await asyncio.sleep(0)
            for request in (crowd, other):
                replies.append(Reply())
                await bridge.__rsgi__(request, replies[-1])
            held.release.set()
            await asyncio.gather(*waiting)
            return replies

        refused, answered = run(crowd_and_other())
        assert (refused.status, dict(refused.headers)["Retry-After"]) == (503, "2")
        assert answered.status == 200
        assert len(held.paths) == room

    def test_that_is_full_is_said_to_programs_in_their_form(self, held):
        room = sum(SIZES["exports"])

        async def one_too_many():
            bridge, reply = WsgiBridge(held), Reply()
            request = Request("/api/v1/wages.csv")
            waiting = [asyncio.ensure_future(bridge.__rsgi__(request, Reply())) for _ in range(room)]
            await asyncio.sleep(0)
            await bridge.__rsgi__(request, reply)
            held.release.set()
            await asyncio.gather(*waiting)
            return reply

        reply = run(one_too_many())
        assert dict(reply.headers)["Content-Type"] == "application/problem+json"
        assert json.loads(reply.body)["errors"][0]["code"] == "busy"

    def test_is_left_by_those_who_go(self, held):
        async def crowd_that_leaves():
            bridge, replies = WsgiBridge(held), [Reply() for _ in range(sum(SIZES["sign-in"]))]
            waiting = [asyncio.ensure_future(bridge.__rsgi__(LOGIN, reply)) for reply in replies]
            while not held.paths:
                await asyncio.sleep(0.001)
            for reply in replies:
                reply.has_left.set()
            await asyncio.sleep(0.01)
            load = bridge.pools["sign-in"].load
            held.release.set()
            await asyncio.gather(*waiting)
            return load

        threads, _queue = SIZES["sign-in"]
        assert run(crowd_that_leaves()) == threads
        assert len(held.paths) == threads

    def test_has_room_again_when_work_is_done(self, held):
        held.release.set()
        room = sum(SIZES["exports"])
        replies = ask_at_once(held, [Request("/api/v1/wages.csv")] * room)
        assert {reply.status for reply in replies} == {200}


def test_a_response_is_no_longer_made_when_its_client_has_left():
    reply, made = None, []

    def parts():
        for number in range(1_000_000):
            made.append(number)
            loop.call_soon_threadsafe(reply.has_left.set)
            yield b"part"

    async def leave():
        nonlocal reply, loop
        reply, loop = Reply(), asyncio.get_running_loop()
        await WsgiBridge(streaming(stream)).__rsgi__(Request(), reply)

    loop, stream = None, Parts(parts())
    run(leave())
    assert reply.status is None
    assert len(made) < 1_000_000
    assert stream.closed


def test_a_body_that_comes_too_slowly_is_given_up(monkeypatch):
    monkeypatch.setattr(wsgi_bridge, "BODY_SECONDS", 0.01)

    class Slow(Reply):
        async def __aiter__(self):
            await asyncio.sleep(60)
            yield b"late"

    async def post():
        reply = Slow()
        await WsgiBridge(echo).__rsgi__(Request(method="POST", headers={"Content-Length": "4"}), reply)
        return reply

    assert run(post()).status == 408


class TestAFileThatStays:
    def test_is_sent_by_the_server_which_is_told_where_it_is(self, tmp_path):
        path = tmp_path / "file"
        path.write_bytes(b"0123456789")

        def application(environ, start_response):
            response = FileSpanResponse(path, Span(2, 5), status=206, content_type="text/plain")
            response.streaming_content = iter([b"never read"])
            start_response("206 Partial Content", list(response.items()))
            return response

        reply = ask(application, Request("/download/1/file"))
        assert (reply.status, reply.body, reply.file) == (206, b"234", str(path))
        assert dict(reply.headers)["Content-Length"] == "3"
        head = ask(application, Request("/download/1/file", "HEAD"))
        assert (head.body, head.file) == (b"", None)
