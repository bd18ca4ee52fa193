"""Whether the process runs, and whether it can serve."""

import pytest
from django.db import OperationalError, connection

from tests.serving.rsgi import Reply, Request, run


def test_it_is_alive_whatever_the_database_does(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-cache" in response["Cache-Control"]


def test_it_is_ready_while_the_database_answers(client, django_assert_num_queries, db):
    with django_assert_num_queries(1):
        response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_it_is_not_ready_when_the_database_does_not_answer(client, db, monkeypatch):
    def fail(*_):
        raise OperationalError("no answer")

    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", fail)
        assert client.get("/readyz").status_code == 500


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_asking_is_all_one_may_do(client, address):
    assert client.post(address).status_code == 405


class TestTheEventLoop:
    @pytest.fixture
    def ask(self, db):
        from serving.response_cache import ResponseCache
        from serving.rsgi_server import RsgiServer

        def never(environ, start_response):
            raise AssertionError("nobody needs a thread")

        async def answered(method):
            reply = Reply()
            await RsgiServer(ResponseCache(never, capacity=0), never).__rsgi__(Request("/healthz", method), reply)
            return reply

        return lambda method: run(answered(method))

    def test_answers_by_itself(self, ask):
        assert (ask("GET").status, ask("GET").body) == (200, b"ok")
        assert (ask("HEAD").status, ask("HEAD").body) == (200, b"")

    def test_gives_the_headers_that_django_gives(self, ask, client):
        own, django = dict(ask("GET").headers), client.get("/healthz").headers
        for name in django.keys() - {"Cache-Control", "Expires", "Content-Length", "Vary"}:
            assert own[name] == django[name], name
