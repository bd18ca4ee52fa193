"""The stages on which many pages are looked at; each is made once for a test module."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from tests.pages.every import stages
from tests.pages.stage import tell_everything


@pytest.fixture(scope="module")
def everything_told(guides, django_db_blocker) -> None:
    """The guides, and beside them what the addresses with data ask for."""
    with django_db_blocker.unblock():
        stages.tell_all()


@pytest.fixture(scope="module")
def nothing_told(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A site of which nothing is told: not one edition, and one bare row of each kind that has a page."""
    with _kept_for_the_module(django_db_blocker, stages.tell_nothing):
        yield


@pytest.fixture(scope="module")
def one_career_told(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A career of which everything is said once."""
    with _kept_for_the_module(django_db_blocker, tell_everything):
        yield


@contextmanager
def _kept_for_the_module(django_db_blocker, tell):
    """The rows that `tell` makes, until the module's last test; each still takes `db`."""
    with django_db_blocker.unblock(), transaction.atomic():
        tell()
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)
