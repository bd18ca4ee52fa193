"""Publishers' own files, from the folder that RUNGS_DATA names."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction

from ingest.releases.report import ImportReport
from ingest.releases.run import import_release
from tests import needs


def imported(source: str, name: str) -> ImportReport:
    """Import the file of this name in the folder."""
    return import_release(source, needs.data() / name)


def imported_once(source: str, name: str) -> Callable[..., Iterator[ImportReport]]:
    """A fixture for all tests of a module: the report of the file's import, of which nothing stays.

    Each test still takes the database, and none of them with `transaction=True`.
    """

    @pytest.fixture(scope="module")
    def once(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            report = imported(source, name)
            connection.check_constraints()  # PostgreSQL would look at all new rows' keys at the end of each test
            yield report
            transaction.set_rollback(True)

    return once
