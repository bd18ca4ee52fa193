"""A backup holds what was there at one moment, and restoring it gives that back."""

import errno
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from salaries.models import Salary
from serving.backup import archive
from serving.backup.actions import back_up, restore
from serving.backup.move import tables
from tests.elsewhere import Elsewhere, address, empty_database
from tests.factories import CareerFactory, CheckedClaimFactory, EditionFactory, FrozenGuideFactory, SalaryFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]

NOTE = "SELECT note FROM salaries_salary ORDER BY id LIMIT 1"
EDITION = "SELECT max(number) FROM facts_edition"


@pytest.fixture
def source(tmp_path):
    """A database with a few rows."""
    FrozenGuideFactory(edition=EditionFactory(number=1))
    SalaryFactory(key="pay", note="1")
    CheckedClaimFactory()
    CareerFactory(title="“Keeper” of the naïve — 保管")
    return Elsewhere(address(tmp_path))


@pytest.fixture
def target(tmp_path):
    """Another database, which is empty."""
    with empty_database(tmp_path, "other") as database:
        yield database


@pytest.fixture
def file(tmp_path):
    return tmp_path / "rungs.backup"


def content(database):
    """Every row of every table, as the database's driver gives it."""
    return {model._meta.db_table: sorted(map(_plain, database.read(_select(model)))) for model in tables()}


def _plain(row):
    return repr([bytes(value) if isinstance(value, memoryview) else value for value in row])


def _select(model):
    """A table made by migrations has its columns in another order than one made from the models."""
    quote = connection.ops.quote_name
    columns = ", ".join(sorted(quote(field.column) for field in model._meta.local_concrete_fields))
    return f"SELECT {columns} FROM {quote(model._meta.db_table)}"  # noqa: S608 - names of our own


def manage(database, *arguments):
    return database.run("manage.py", *arguments)


def refusal(database, *arguments):
    with database.start("manage.py", *arguments) as process:
        _text, problems = process.communicate(timeout=120)
    assert process.returncode == 1
    return problems.splitlines()[-1]


def test_what_is_restored_is_what_was_there(source, target, file):
    told = manage(source, "backup", file)
    assert "Edition 1: " in told
    assert oct(file.stat().st_mode)[-3:] == "600"
    restored = manage(target, "restore", file)
    assert "restored and counted" in restored
    assert content(target) == content(source)


def test_a_backup_says_what_it_is_and_what_it_leaves_out(file, monkeypatch):
    monkeypatch.setenv("RUNGS_SECRET_KEY", "of no concern to a backup")
    SalaryFactory()
    back_up(file)
    with zipfile.ZipFile(file) as whole:
        manifest = json.loads(whole.read(archive.MANIFEST))
    assert (manifest["rows"]["salaries_salary"], manifest["vendor"]) == (1, connection.vendor)
    assert "RUNGS_SECRET_KEY" in manifest["settings"]
    assert "of no concern" not in str(manifest)
    assert any("secret key" in name for name in manifest["not_included"])


def test_a_backup_taken_while_an_editor_writes_is_of_one_edition(source, target, file):
    with source.start("-m", "bench.editor", "pay") as editor:
        for number in range(2, 60):  # each edition's note is its number
            editor.stdin.write(f"note {number}\n")
        editor.stdin.flush()
        assert editor.stdout.readline() == "published\n"
        manage(source, "backup", file)
        editor.stdin.close()
        editor.stdin = None
        _text, problems = editor.communicate(timeout=120)
    assert editor.returncode == 0, problems
    manage(target, "restore", file)
    ((edition,),), ((note,),) = target.read(EDITION), target.read(NOTE)
    assert note == str(edition)
    assert 2 <= edition <= 59


def test_a_restore_takes_back_what_was_written_since(source, file):
    before = content(source)
    manage(source, "backup", file)
    with source.start("-m", "bench.editor", "pay") as editor:
        _text, problems = editor.communicate("note another\n", timeout=120)
    assert editor.returncode == 0, problems
    assert content(source) != before
    assert "The database is not empty. Add --replace" in refusal(source, "restore", file)
    manage(source, "restore", file, "--replace")
    assert content(source) == before


class TestAFile:
    @pytest.fixture
    def whole(self, file):
        SalaryFactory(key="pay")
        back_up(file)
        with zipfile.ZipFile(file) as good:
            self.manifest, self.copy = json.loads(good.read(archive.MANIFEST)), good.read(archive.DATABASE)
        return file

    def rewrite(self, file):
        with zipfile.ZipFile(file, "w") as other:
            other.writestr(archive.MANIFEST, json.dumps(self.manifest))
            other.writestr(archive.DATABASE, self.copy)

    def refused(self, file):
        with pytest.raises(archive.BackupRefused) as refused:
            restore(file, replace=True)
        assert Salary.objects.filter(key="pay").exists()
        return str(refused.value)

    def test_that_is_none_is_refused(self, whole):
        whole.write_text("not a backup")
        assert self.refused(whole) == f"{whole} is no backup of Rungs."

    def test_that_is_cut_short_is_refused(self, whole):
        whole.write_bytes(whole.read_bytes()[:-2_000])
        assert "is no backup" in self.refused(whole)

    def test_of_which_a_byte_has_changed_is_refused(self, whole):
        self.copy = self.copy[:-1] + b"?"
        self.rewrite(whole)
        assert "is damaged: its checksum" in self.refused(whole)

    def test_of_a_newer_version_is_refused(self, whole):
        self.manifest["migrations"].append("facts.9999_later")
        self.rewrite(whole)
        assert "newer version of Rungs, with facts.9999_later" in self.refused(whole)

    def test_of_another_kind_of_database_is_refused(self, whole):
        self.manifest["vendor"] = "oracle"
        self.rewrite(whole)
        assert "It is of oracle" in self.refused(whole)

    def test_of_a_later_format_is_refused(self, whole):
        self.manifest["format"] = 2
        self.rewrite(whole)
        assert "has format 2" in self.refused(whole)

    def test_that_is_there_is_not_replaced(self, whole):
        with pytest.raises(archive.BackupRefused, match="is there already"):
            back_up(whole)


def test_a_backup_that_cannot_be_finished_leaves_nothing(tmp_path, file, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(archive, "write", full)
    with pytest.raises(CommandError, match="No space left on device. Nothing was left there"):
        call_command("backup", file)
    assert list(tmp_path.iterdir()) == []


class TestAMove:
    def test_brings_every_row_as_it_was_and_editors_go_on_there(self, source, target):
        before = content(source)
        assert "are there, and equal" in manage(source, "move", target.address)
        assert content(target) == content(source) == before
        with target.start("-m", "bench.editor", "pay") as editor:
            _text, problems = editor.communicate("note 2\n", timeout=120)
        assert editor.returncode == 0, problems
        assert target.read(EDITION) == [(2,)]

    def test_refuses_a_database_that_is_not_empty(self, source):
        assert "not empty" in refusal(source, "move", source.address)

    @pytest.mark.postgres
    def test_from_postgresql_to_sqlite_and_back_loses_nothing(self, source, target, tmp_path):
        between = Elsewhere(f"sqlite:///{tmp_path / 'between.sqlite3'}")
        manage(source, "move", between.address)
        manage(between, "move", target.address)
        assert content(target) == content(source)
