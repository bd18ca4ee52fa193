"""Where a request reads: the public from the replica, whoever may have written from the primary."""

from contextvars import Context

import pytest

from serving.replica import PRIMARY, REPLICA, ReplicaRouter, ReplicaRouting, as_public, is_public


def reads(**environ) -> list[str]:
    """Where a request reads while its answer is made, and while it is sent."""

    def application(environ, start_response):
        yield ReplicaRouter().db_for_read(None)
        yield ReplicaRouter().db_for_read(None)

    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/careers/"} | environ
    return in_a_process_of_its_own(lambda: ReplicaRouting(application)(asked, None))


def in_a_process_of_its_own(work) -> list[str]:
    """What the work gives where no request was answered before."""
    return Context().run(lambda: list(work()))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_reader_reads_from_the_replica(method):
    assert reads(REQUEST_METHOD=method) == [REPLICA, REPLICA]


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "theme=dark; sessionid=abc"},
        {"PATH_INFO": "/admin/login/"},
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "DELETE"},
    ],
)
def test_whoever_may_have_written_reads_from_the_primary(environ):
    assert reads(**environ) == [PRIMARY, PRIMARY]


def test_one_request_says_nothing_of_the_next():
    assert reads() != reads(REQUEST_METHOD="POST")
    assert is_public({"REQUEST_METHOD": "GET", "PATH_INFO": "/", "HTTP_COOKIE": "theme=dark"})


def test_a_command_may_read_where_the_public_reads():
    def command():
        with as_public():
            yield ReplicaRouter().db_for_read(None)
        yield ReplicaRouter().db_for_read(None)

    assert in_a_process_of_its_own(command) == [REPLICA, PRIMARY]


def test_commands_read_from_the_primary_and_everything_writes_there():
    router = ReplicaRouter()
    assert in_a_process_of_its_own(lambda: [router.db_for_read(None)]) == [PRIMARY]
    assert router.db_for_write(None) == PRIMARY
    assert router.allow_migrate(PRIMARY, "facts")
    assert not router.allow_migrate(REPLICA, "facts")
    assert router.allow_relation(object(), object())
