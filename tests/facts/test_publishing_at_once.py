"""Publishing acts that meet: each waits for the one before, and sees what it did."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from facts.actions import publishing
from facts.models import Change, Edition, Place
from tests.factories import PlaceFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def in_a_connection_of_its_own(work):
    def run():
        try:
            return work()
        finally:
            connection.close()

    return run


def add_to_the_name(letter):
    """Read the place inside a publishing act, and save it with a letter more."""

    def work():
        with publishing(act=Edition.Act.EDIT, reason=f"Added {letter}.") as publication:
            place = Place.objects.get()
            place.name += letter
            place.save()
            publication.changed(place)
        return publication.edition.number

    return in_a_connection_of_its_own(work)


def test_the_first_editions_of_all_made_at_once_get_consecutive_numbers():
    PlaceFactory(name="")
    with ThreadPoolExecutor(6) as pool:
        numbers = [future.result() for future in [pool.submit(add_to_the_name(letter)) for letter in "abcdef"]]
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
    assert sorted(Place.objects.get().name) == [*"abcdef"]
    assert Change.objects.count() == 6


def test_an_act_waits_for_the_one_before_and_reads_what_it_wrote():
    PlaceFactory(name="")
    begun, may_end = Event(), Event()

    def hold():
        with publishing(act=Edition.Act.LOAD, reason="Loaded.") as publication:
            Place.objects.update(name="loaded ")
            publication.changed(Place.objects.get())
            begun.set()
            assert may_end.wait(10)

    with ThreadPoolExecutor(2) as pool:
        holding = pool.submit(in_a_connection_of_its_own(hold))
        assert begun.wait(10)
        waiting = pool.submit(add_to_the_name("later"))
        with pytest.raises(TimeoutError):
            waiting.result(0.3)
        may_end.set()
        holding.result(10)
        assert waiting.result(10) == 2
    assert Place.objects.get().name == "loaded later"


def test_an_act_that_fails_lets_the_next_one_in():
    PlaceFactory(name="")

    def fail():
        with publishing(act=Edition.Act.LOAD, reason="Loaded.") as publication:
            publication.changed(Place.objects.get())
            raise ZeroDivisionError

    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(ZeroDivisionError):
            pool.submit(in_a_connection_of_its_own(fail)).result(10)
        assert pool.submit(add_to_the_name("a")).result(10) == 1
