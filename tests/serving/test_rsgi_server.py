"""Kept answers given from the event loop: to whom, and after which look at the database."""

import asyncio
import time

import pytest
from django.db import OperationalError, connection

from facts.actions import publishing
from facts.models import Edition
from serving import rsgi_server
from serving.response_cache import ResponseCache
from serving.rsgi_server import RsgiServer
from tests.factories import CareerFactory, EditionFactory
from tests.serving.rsgi import Reply, Request, run

pytestmark = pytest.mark.django_db(transaction=True)  # the loop looks by a connection of its own

PAGE = "/careers/keeper/"
HTTP = {"wsgi.url_scheme": "http"}
BODY = b"A keeper keeps. " * 100


def page(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html"), ("Rungs-Edition", "1")])
    return Whole([BODY])


class Whole(list):
    """An answer that is there already."""

    streaming = False

    def close(self):
        pass


class Others:
    """What stands behind the loop, counting whom it is left."""

    def __init__(self):
        self.left = []

    def __call__(self, environ, start_response):
        self.left.append(environ["PATH_INFO"])
        start_response("200 OK", [])
        return [b"made in a thread"]


@pytest.fixture
def answers():
    EditionFactory(number=1)
    kept = ResponseCache(page, capacity=1_000_000)
    for query in ("", "", "b=1&a=2", "b=1&a=2"):
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": PAGE, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
        kept(environ | HTTP, lambda *start: None)
    return kept


@pytest.fixture
def others():
    return Others()


@pytest.fixture
def front(answers, others):
    front = RsgiServer(answers, others)
    front._probe._open()
    yield front
    front._probe._connection.close()


def ask(front, *requests):
    """Answer these requests, all of which are there at once."""

    async def all_of_them():
        replies = [Reply() for _ in requests]
        await asyncio.gather(*(front.__rsgi__(*pair) for pair in zip(requests, replies, strict=True)))
        await asyncio.sleep(0)
        return replies

    return run(all_of_them())


def reader(address=PAGE, method="GET", **headers):
    return Request(address, method, {"Host": "localhost", "Accept-Encoding": "gzip"} | headers)


def publish():
    with publishing(act=Edition.Act.EDIT, reason="A better summary.") as publication:
        publication.created(CareerFactory())


class TestWhatIsKeptIsGivenFromTheLoop:
    def test_as_wsgi_gives_it(self, front, answers, others):
        said = []
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": PAGE, "HTTP_HOST": "localhost"} | HTTP
        body = answers(environ | {"HTTP_ACCEPT_ENCODING": "gzip"}, lambda *start: said.extend(start))
        (reply,) = ask(front, reader())
        assert (reply.status, reply.headers, reply.body) == (200, said[1], body[0])
        assert others.left == []

    def test_however_its_parameters_are_ordered(self, front, others):
        (reply,) = ask(front, reader(f"{PAGE}?a=2&b=1"))
        assert reply.status == 200
        assert others.left == []

    def test_as_unchanged_to_who_has_it(self, front, others):
        (reply,) = ask(front, reader())
        (again,) = ask(front, reader(**{"If-None-Match": dict(reply.headers)["ETag"]}))
        assert (again.status, again.body) == (304, b"")
        assert others.left == []

    def test_and_known_to_be_current_then(self, front, answers):
        kept = answers.plain.find(next(iter(answers.plain._responses)))
        kept.seen = 0.0
        before = time.time()
        ask(front, reader())
        assert kept.seen >= before


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(reader("/nothing/of/the/kind/"), id="what is not kept"),
        pytest.param(reader(Host="another.example"), id="another host"),
        pytest.param(reader(method="HEAD"), id="the head alone"),
        pytest.param(reader(method="POST"), id="what may write"),
        pytest.param(reader(Cookie="sessionid=abc"), id="an editor"),
        pytest.param(reader(**{"Accept-Encoding": "identity"}), id="who reads it uncompressed"),
        pytest.param(reader("/admin/"), id="the desk"),
    ],
)
def test_the_rest_is_made_in_a_thread(front, others, request_):
    (reply,) = ask(front, request_)
    assert reply.body == (b"" if request_.method == "HEAD" else b"made in a thread")
    assert len(others.left) == 1


class TestTheLook:
    @pytest.fixture
    def looks(self, monkeypatch):
        """The looks at the database, as they are made; what is put in is called while each is."""
        made, look = [], rsgi_server.read_edition_key

        def counted(connection):
            made.append(connection)
            counted.meanwhile()
            return look(connection)

        counted.meanwhile = lambda: None
        monkeypatch.setattr(rsgi_server, "read_edition_key", counted)
        self.made = made
        return counted

    def test_one_does_for_all_who_wait(self, front, looks, others):
        replies = ask(front, *[reader()] * 50)
        assert {reply.status for reply in replies} == {200}
        assert len(self.made) == 1
        assert others.left == []

    def test_who_comes_after_it_was_asked_asks_anew(self, front, looks):
        late = Reply()

        async def first_and_late():
            tasks = []
            looks.meanwhile = lambda: (
                self.made[1:] or tasks.append(asyncio.get_running_loop().create_task(front.__rsgi__(reader(), late)))
            )
            await front.__rsgi__(reader(), Reply())
            await asyncio.gather(*tasks)

        run(first_and_late())
        assert late.status == 200
        assert len(self.made) == 2

    def test_sees_an_edit_at_once(self, front, others):
        ask(front, reader())
        publish()
        (reply,) = ask(front, reader())
        assert reply.body == b"made in a thread"
        assert others.left == [PAGE]

    def test_that_fails_leaves_all_to_threads_and_is_made_again_by_a_new_connection(self, front, looks, others):
        def gone():
            raise connection.Database.OperationalError("gone")

        looks.meanwhile = gone
        ask(front, reader())
        assert others.left == [PAGE]
        looks.meanwhile = lambda: None
        ask(front, reader())  # asks for a new connection, and does not wait for it
        assert others.left == [PAGE] * 2
        ask(front, reader())
        assert others.left == [PAGE] * 2
        assert len(self.made) == 2

    def test_waits_with_another_try_while_there_is_no_connection(self, front, others, monkeypatch):
        def refused():
            raise OperationalError("refused")

        paused = []
        monkeypatch.setattr(rsgi_server.time, "sleep", paused.append)
        monkeypatch.setattr(front._probe._connection, "ensure_connection", refused)
        front._probe._is_open = False
        ask(front, *[reader()] * 3)
        assert others.left == [PAGE] * 3
        assert paused == [rsgi_server.PAUSE] * 2  # as they came, and as those who waited for the first went on

    def test_is_made_by_no_connection_that_is_older_than_those_of_threads(self, front, others):
        front._probe._connection.close_at = time.monotonic() - 1
        ask(front, reader())
        assert others.left == [PAGE]
        front._probe._connection.close_at = time.monotonic() + 60
        ask(front, reader())
        ask(front, reader())
        assert len(others.left) < 3


class TestRequestsForOneColdAnswer:
    """Twenty ask at once for what nobody has asked for."""

    ASKED = 20

    @pytest.fixture
    def made(self):
        return []

    @pytest.fixture
    def cold(self, made):
        EditionFactory(number=1)

        def slow(environ, start_response):
            made.append(environ["PATH_INFO"])
            time.sleep(0.05)
            return page(environ, start_response)

        cache = ResponseCache(slow, capacity=1_000_000)
        server = RsgiServer(cache, cache)
        server._probe._open()
        yield server
        server._probe._connection.close()

    @pytest.mark.parametrize("address", [PAGE, f"{PAGE}?q=a"])
    def test_wait_for_one_maker(self, cold, made, address):
        replies = ask(cold, *(reader(address) for _ in range(self.ASKED)))
        assert [reply.status for reply in replies] == [200] * self.ASKED
        assert len({reply.body for reply in replies}) == 1
        assert made == [PAGE]

    def test_make_it_each_for_itself_where_it_is_not_kept(self, cold, made):
        cookie = {"Cookie": "sessionid=abc"}
        assert {reply.status for reply in ask(cold, *(reader(**cookie) for _ in range(4)))} == {200}
        assert len(made) == 4

    def test_make_it_anew_where_an_edition_comes_out_meanwhile(self, cold, made):
        async def with_an_edit():
            replies = [Reply(), Reply()]
            first = asyncio.create_task(cold.__rsgi__(reader(), replies[0]))
            await asyncio.sleep(0.02)
            await asyncio.to_thread(publish)
            await cold.__rsgi__(reader(), replies[1])
            await first
            return replies

        assert [reply.status for reply in run(with_an_edit())] == [200, 200]
        assert len(made) == 2

    def test_leave_nothing_behind(self, cold):
        ask(cold, *(reader() for _ in range(3)))
        assert (cold._making, cold._cache.wanted) == ({}, set())
