import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import load_backend

from config import databases


def test_sqlite_lets_readers_go_on_while_somebody_writes(tmp_path, db):
    database = databases.from_url(f"sqlite:///{tmp_path / 'rungs.sqlite3'}")
    assert _ask(database, "PRAGMA journal_mode") == "wal"
    assert _ask(database, "PRAGMA synchronous") == 1  # NORMAL
    assert _ask(database, "PRAGMA busy_timeout") == 20_000


def test_postgresql_is_read_from_its_address():
    database = databases.from_url("postgres://editor:s%40fe@db.example:5433/rungs")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("editor", "s@fe")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "rungs")
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["CONN_MAX_AGE"] > 0


@pytest.mark.parametrize("address", ["rungs.sqlite3", "oracle-ish://here", "://"])
def test_what_is_no_database_is_an_error_that_names_the_variable(address):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        databases.from_url(address)


def _ask(database: dict, question: str):
    defaults = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "TEST": {}}
    connection = load_backend(database["ENGINE"]).DatabaseWrapper(defaults | database)
    with connection.cursor() as cursor:
        answer = cursor.execute(question).fetchone()[0]
    connection.close()
    return answer
