"""Copies of the test database: a file on SQLite, whose tests are in memory; a template on PostgreSQL.

Templates, and the clones of them that workers test on, stay on the server; the next session replaces them.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import connection


def keep(image: Path) -> None:
    """Keep the test database as it is, for all workers. A clone that was written to is no longer one."""
    if connection.vendor == "postgresql":
        _keep_template(image)
        return
    making = image.with_suffix(".making")
    with closing(sqlite3.connect(making)) as target:
        connection.ensure_connection()
        connection.connection.backup(target)
    making.rename(image)


def enter(image: Path) -> None:
    """Test on what was kept, until another is entered."""
    if connection.vendor == "postgresql":
        own = _own()
        _clones[image] = _clones.get(image) or _copy(_template(image), f"{own}_on_{image.name}")
        _go_to(_clones[image])
    else:
        with closing(sqlite3.connect(f"file:{image}?mode=ro", uri=True)) as source:
            connection.ensure_connection()
            source.backup(connection.connection)
    ContentType.objects.clear_cache()


def leave(empty: Path) -> None:
    """Test on the database that Django made, which is empty."""
    if connection.vendor == "postgresql":
        _go_to(_own())
    else:
        enter(empty)


def is_under_test() -> bool:
    """Whether it is the database that Django made for tests, and not somebody's own."""
    name = str(connection.settings_dict["NAME"])
    return "memorydb_" in name or name.startswith("test_")


def copied(image: Path, name: str) -> str:
    """The DATABASE_URL of another database with what was kept."""
    if connection.vendor == "postgresql":
        return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{_copy(_template(image), name)}"
    return f"sqlite:///{shutil.copyfile(image, image.with_name(f'{name}.sqlite3'))}"


_clones: dict[Path, str] = {}
"""The worker's own database of each image."""


def _own() -> str:
    return connection.settings_dict["NAME"].partition("_on_")[0]


def _go_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _keep_template(image: Path) -> None:
    name = connection.settings_dict["NAME"]
    _copy(name, _template(image))
    for kept in [kept for kept, clone in _clones.items() if clone == name]:
        del _clones[kept]
    image.touch()


def _copy(name: str, to: str) -> str:
    """PostgreSQL copies a database that nobody is connected to."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {to} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {to} TEMPLATE {name}")
    return to


def _template(image: Path) -> str:
    return f"test_template_{image.name}"
