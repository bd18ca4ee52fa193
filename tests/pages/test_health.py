from django.db import OperationalError, connection


def test_it_is_well_while_the_database_answers(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-cache" in answer["Cache-Control"]


def test_it_is_not_well_when_the_database_does_not_answer(client, db, monkeypatch):
    def fail(*_):
        raise OperationalError("no answer")

    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", fail)
        assert client.get("/healthz").status_code == 500


def test_asking_is_all_one_may_do(client):
    assert client.post("/healthz").status_code == 405
