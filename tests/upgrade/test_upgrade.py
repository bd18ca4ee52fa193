"""A server of any release can take this version: its database becomes what a new one is, with all that was in it."""

import tomllib
from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection

from tests.elsewhere import Elsewhere, empty_database
from tests.upgrade.keep import CHECKSUMS, HERE, ROOT, checksums, version
from tests.upgrade.schema import columns_of, schema_of

RELEASES = sorted(
    (path.parent.name for path in HERE.glob(f"*/{CHECKSUMS}")), key=lambda name: [*map(int, name.split("."))]
)
ADDED_TO = {"django_migrations", "django_content_type", "auth_permission", "auth_group_permissions"}
"""Tables to which an upgrade adds rows of its own."""
GONE: set[tuple[str, str]] = set()
"""Columns given up since a release, by table and name. What was in them went elsewhere, as the migration says."""


@pytest.fixture(scope="module")
def new(tmp_path_factory, django_db_setup, django_db_blocker):
    """A database that this version made."""
    with django_db_blocker.unblock(), empty_database(tmp_path_factory.mktemp("new"), "new") as database:
        database.run("manage.py", "migrate", "--verbosity", "0")
        yield database


@pytest.fixture(params=RELEASES)
def old(request, tmp_path, db):
    """A database as that release left it."""
    with empty_database(tmp_path, "old") as database:
        database.run("manage.py", "restore", HERE / request.param / f"{connection.vendor}.backup")
        yield database


@pytest.mark.long
def test_an_upgraded_database_has_the_schema_of_a_new_one_and_all_that_was_in_it(old, new):
    kept = columns_of(old) - GONE
    before = content(old, kept)
    assert [table for table, rows in before.items() if not rows] == []
    old.run("manage.py", "migrate", "--verbosity", "0")
    assert schema_of(old) ^ schema_of(new) == set()
    after = content(old, kept)
    assert {table: rows - after[table] for table, rows in before.items() if rows - after[table]} == {}
    assert [table for table, rows in after.items() if rows != before[table] and table not in ADDED_TO] == []


def content(database: Elsewhere, columns: set[tuple[str, str]]) -> dict[str, Counter]:
    """Rows by table, of these columns."""
    quote = connection.ops.quote_name
    names = {table: sorted(name for of, name in columns if of == table) for table, _ in columns}
    return {
        table: Counter(tuple(map(_plain, row)) for row in database.read(f"SELECT {_listed(told)} FROM {quote(table)}"))  # noqa: S608
        for table, told in names.items()
    }


def _listed(names: list[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, names))


def _plain(value: object) -> object:
    """A number is the same with more decimals."""
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    if is_number:
        return Decimal(str(value))
    return bytes(value) if isinstance(value, memoryview) else repr(value)


@pytest.mark.parametrize("release", RELEASES)
def test_a_migration_that_was_released_is_never_rewritten(release):
    lines = (HERE / release / CHECKSUMS).read_text().splitlines()
    released = dict(reversed(line.split("  ")) for line in lines)
    now = checksums()
    assert [name for name, checksum in released.items() if now.get(name) != checksum] == []


def test_this_version_is_a_release_and_called_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == version() == RELEASES[-1]
    assert f"## {version()} (" in (ROOT / "CHANGELOG.md").read_text()
