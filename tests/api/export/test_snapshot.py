"""A download reads every table as it stood at one moment, holds up nobody, and leaves nothing open."""

import threading

import pytest
from django.db import connection

from api.export.batches import TableReader
from api.export.snapshot import snapshot
from api.export.tables import Table, tables
from careers.models import Career
from tests.factories import CareerFactory


@pytest.mark.django_db(transaction=True)
def test_what_is_inside_ends_with_it():
    with snapshot():
        assert not Career.objects.exists()
    CareerFactory()
    assert Career.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_download_that_is_broken_off_leaves_nothing_open():
    CareerFactory()
    with pytest.raises(RuntimeError, match="broken off"):
        _read_a_little()
    CareerFactory()
    assert Career.objects.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_what_is_written_meanwhile_is_not_seen_and_does_not_wait():
    CareerFactory(slug="before")
    with snapshot():
        assert Career.objects.count() == 1
        writer = threading.Thread(target=_write)
        writer.start()
        writer.join(timeout=10)
        assert not writer.is_alive()
        assert Career.objects.count() == 1
    assert Career.objects.count() == 2


def _read_a_little() -> None:
    with snapshot():
        next(TableReader(_careers(), {}).batches())
        raise RuntimeError("broken off")


def _careers() -> Table:
    return next(table for table in tables() if table.name == "careers")


def _write():
    try:
        CareerFactory(slug="meanwhile")
    finally:
        connection.close()
