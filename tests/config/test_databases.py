import sqlite3
from contextlib import closing

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError, load_backend

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


class TestAFullDisk:
    @pytest.fixture
    def file(self, tmp_path, monkeypatch):
        file = tmp_path / "rungs.sqlite3"
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("CREATE TABLE careers (title text)")
            database.commit()
        monkeypatch.setattr(databases, "has_room", lambda path: False)
        return file

    def test_lets_readers_read_and_leaves_nothing_beside_the_file(self, file, db):
        database = databases.from_url(f"sqlite:///{file}")
        assert _ask(database, "SELECT count(*) FROM careers") == 0
        assert [path.name for path in file.parent.iterdir()] == [file.name]
        assert databases.read_only_path(database) == file

    def test_lets_nobody_write(self, file, db):
        with pytest.raises(OperationalError, match="readonly"):
            _ask(databases.from_url(f"sqlite:///{file}"), "INSERT INTO careers VALUES ('a') RETURNING 1")

    def test_is_no_reason_to_leave_out_what_is_still_in_the_log(self, file):
        file.with_name(f"{file.name}-wal").write_bytes(b"not empty")
        assert databases.read_only_path(databases.from_url(f"sqlite:///{file}")) is None

    def test_that_has_room_is_none(self, file, monkeypatch):
        monkeypatch.undo()
        assert databases.read_only_path(databases.from_url(f"sqlite:///{file}")) is None


def _ask(database: dict, question: str):
    defaults = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "TEST": {}}
    connection = load_backend(database["ENGINE"]).DatabaseWrapper(defaults | database)
    with connection.cursor() as cursor:
        answer = cursor.execute(question).fetchone()[0]
    connection.close()
    return answer
