"""What a request gets while the database is away."""

import logging

import pytest
from django.db import InterfaceError, OperationalError, connection

from facts.db_outage import is_away

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(monkeypatch):
    """A database that has gone."""

    def gone(*_):
        raise OperationalError("server closed the connection unexpectedly\n\tThis probably means …")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", gone)
        patch.setattr(connection, "is_usable", lambda: False)
        yield


@pytest.fixture
def answer(client, away):
    """Gives the answer to an address, with faults as a reader sees them."""
    client.raise_request_exception = False
    return client.get


@pytest.mark.parametrize("address", ["/", "/careers/any/", "/readyz", "/api/v1/careers/", "/api/v1/salaries.csv"])
def test_a_reader_is_told_when_to_ask_again(answer, address, caplog):
    told = answer(address)
    assert (told.status_code, told["Retry-After"], told["Cache-Control"]) == (503, "5", "no-store")
    assert "Traceback" not in told.text
    assert [record for record in caplog.records if record.exc_info] == []


def test_an_editor_is_told_so_too(client, away):
    client.raise_request_exception = False
    client.cookies["sessionid"] = "an-editor"
    assert client.get("/admin/").status_code == 503


def test_a_program_is_told_in_its_own_form(answer):
    told = answer("/api/v1/careers/")
    assert told["Content-Type"] == "application/problem+json"
    assert told.json()["errors"][0]["code"] == "unavailable"
    assert told["Access-Control-Allow-Origin"] == "*"


def test_the_log_says_why_in_one_line(answer, caplog):
    with caplog.at_level(logging.WARNING, "rungs.outage"):
        answer("/careers/")
    assert "The database is away: server closed the connection unexpectedly" in caplog.messages


def test_a_question_that_fails_is_no_outage(monkeypatch):
    assert not is_away(OperationalError("no such table"))
    assert not is_away(ValueError())
    monkeypatch.setattr(connection, "is_usable", lambda: False)
    assert is_away(InterfaceError("connection already closed"))
    assert not is_away(ValueError())
