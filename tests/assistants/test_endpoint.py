"""MCP by HTTP: who may ask, how often, and that nothing asked breaks anything. Others' clients: tests/contract."""

import json
from random import Random

import pytest
from hypothesis import settings as hypothesis_settings

from assistants import views
from assistants.rate import RateLimit
from tests.assistants.calls import CALLS

pytestmark = pytest.mark.django_db

FUZZING = hypothesis_settings.get_current_profile_name() == "fuzz"
ACCEPT = {"accept": "application/json, text/event-stream"}


@pytest.fixture(autouse=True)
def many(monkeypatch):
    monkeypatch.setattr(views, "limit", RateLimit(per_minute=1_000_000))


def post(client, message, **headers):
    body = message if isinstance(message, str | bytes) else json.dumps(message)
    return client.post("/mcp", body, content_type="application/json", headers=ACCEPT | headers)


def call(name: str, arguments: object) -> dict:
    return {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": name, "arguments": arguments}}


@pytest.mark.thorough
def test_strange_calls_break_nothing(client, guides):
    """A thousand of them in make fuzz."""
    draw, statuses = Random(23), set()
    for _ in range(1_000 if FUZZING else 50):
        answer = post(client, _strange(draw))
        statuses.add(answer.status_code)
        assert answer.status_code < 500, answer.content
        assert b"Traceback" not in answer.content
    assert {200, 400} <= statuses


def _strange(draw: Random) -> object:
    """A call that is nearly right, or nothing of the kind."""
    names = [*CALLS, "no_such_tool", "", "\0"]
    values = ["", "nurse", "Ohio", "\0", "x" * 5_000, "’; DROP TABLE", "29-2072", -1, 10**30, 1.5, None, True, [], {}]
    values += [["nurse", "clerk"], {"a": {"b": []}}, "\ud800", "may-2024/29-2072/US#annual_median", "//#", "%00"]
    name = draw.choice(names)
    arguments = {key: draw.choice([value, draw.choice(values)]) for key, value in CALLS.get(name, {"q": 1}).items()}
    if draw.random() < 0.3:
        arguments[draw.choice(["place", "level", "year", "limit", "state", "zzz"])] = draw.choice(values)
    message: object = call(name, arguments)
    kind = draw.random()
    if kind < 0.1:
        return draw.choice(["", "{", "[]", "null", "3", b"\xff\xfe", "{}", '{"jsonrpc": "2.0"}', "[" * 900])
    if kind < 0.2:
        broken = dict(message)
        broken[draw.choice(["method", "params", "id", "jsonrpc"])] = draw.choice(values)
        message = broken
    return message


def test_a_page_of_another_site_may_not_ask(client, settings):
    asked = call("find_job", {"words": "nurse"})
    assert post(client, asked, origin="https://elsewhere.example").status_code == 403
    assert post(client, asked, origin="null").status_code == 403
    assert post(client, asked, origin="http://testserver").status_code == 200
    settings.MCP_ORIGINS = ["https://elsewhere.example"]
    assert post(client, asked, origin="https://elsewhere.example").status_code == 200


def test_who_asks_too_often_waits(client, monkeypatch):
    monkeypatch.setattr(views, "limit", RateLimit(per_minute=3))
    statuses = [post(client, call("find_job", {"words": "nurse"})).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    late = post(client, call("find_job", {"words": "nurse"}))
    assert 1 <= int(late["Retry-After"]) <= 60


def test_what_is_no_message_is_refused(client):
    assert client.get("/mcp").status_code == 405
    assert client.delete("/mcp").status_code == 405
    assert post(client, "x" * 70_000).status_code == 413


def test_a_site_without_the_extra_says_how_to_get_it(client, monkeypatch):
    monkeypatch.setattr(views, "INSTALLED", False)
    answer = post(client, call("find_job", {"words": "nurse"}))
    assert answer.status_code == 501
    assert "rungs[assistants]" in answer.json()["error"]["message"]


def test_nobody_keeps_an_answer(client):
    assert post(client, call("find_job", {"words": "nurse"}))["Cache-Control"] == "no-store"
