"""What a killed import leaves is out of sight, and is deleted when a server starts."""

import pytest
from django.db import connections

from facts.models import Place, Release
from ingest.releases import leftovers
from ingest.releases.leftovers import clear_leftovers
from ingest.releases.lock import import_lock
from salaries.models import Wage
from tests.factories import PlaceFactory, ReleaseFactory, WageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_connections(monkeypatch):
    """A test's transaction is in its connection."""
    monkeypatch.setattr(connections, "close_all", lambda: None)


@pytest.fixture
def hidden():
    """A release half imported, with a place that came with it, and one that was replaced."""
    release = ReleaseFactory(year=2023, importing=True)
    place = PlaceFactory(code="US-XX", arriving_with=release)
    WageFactory(release=release, place=place)
    return [release, ReleaseFactory(year=2022, state=Release.State.REPLACED)]


def test_it_is_deleted_with_its_rows_and_nothing_else_is(hidden):
    kept = WageFactory()
    clear_leftovers()
    assert list(Wage.objects.all()) == [kept]
    assert not Release.objects.filter(pk__in=[release.pk for release in hidden]).exists()
    assert not Place.everything.filter(code="US-XX").exists()


def test_it_is_left_to_an_import_that_runs(hidden):
    with import_lock():
        clear_leftovers()
    assert Release.objects.filter(pk__in=[release.pk for release in hidden]).count() == 2


def test_a_fault_of_the_database_stops_no_server(hidden, monkeypatch, caplog):
    def fail():
        raise leftovers.DatabaseError("the disk is full")

    monkeypatch.setattr(leftovers, "sweep", fail)
    clear_leftovers()
    assert "could not be cleared" in caplog.text


def test_without_any_no_lock_is_taken(monkeypatch):
    monkeypatch.setattr(leftovers, "import_lock", None)
    clear_leftovers()
