"""A session ends when nobody was there for long, and some days after it began, whoever is there."""

import pytest
from django.contrib.sessions.models import Session

from accounts import sessions
from tests.accounts.conftest import PASSWORD, is_in, type_password

pytestmark = pytest.mark.django_db
HOUR = 3600


@pytest.fixture(autouse=True)
def _limits(settings):
    settings.IDLE_MINUTES = 60
    settings.SESSION_COOKIE_AGE = 12 * HOUR


def test_nobody_was_there_for_an_hour(client, ann, clock):
    type_password(client)
    clock(HOUR - 10)
    assert is_in(client)
    clock(HOUR - 10)
    assert is_in(client)
    clock(HOUR + 10)
    assert not is_in(client)


def test_zero_minutes_is_never(client, ann, clock, settings):
    settings.IDLE_MINUTES = 0
    type_password(client)
    clock(11 * HOUR)
    assert is_in(client)


def test_after_half_a_day_it_ends_whoever_is_there(client, ann, clock):
    type_password(client)
    for _ in range(14):
        clock(50 * 60)
        assert is_in(client)
    clock(50 * 60)
    assert not is_in(client)


def test_a_form_that_comes_later_is_kept_while_its_author_signs_in(client, ann, clock):
    type_password(client)
    clock(2 * HOUR)
    answer = client.post("/admin/facts/place/add/", {"name": "Ohio, as typed"})
    assert answer.status_code == 403
    assert "Ohio, as typed" in answer.text
    sent = {"name": "Ohio", "again-username": "ann", "again-password": PASSWORD}
    assert client.post("/admin/facts/place/add/", sent).status_code == 200
    assert is_in(client)


def test_a_session_of_before_begins_to_count(client, ann, clock):
    client.force_login(ann)
    session = client.session
    del session[sessions.BEGUN], session[sessions.SEEN]
    session.save()
    assert is_in(client)
    clock(HOUR + 10)
    assert not is_in(client)


def test_pages_within_a_minute_write_nothing(client, ann, django_assert_num_queries):
    type_password(client)
    client.get("/admin/jsi18n/")
    with django_assert_num_queries(2):  # the session, and whose it is
        client.get("/admin/jsi18n/")


def test_ending_all_leaves_the_one_that_is_named_and_those_of_others(client, ann, ben):
    from django.test import Client

    clients = [Client() for _ in range(3)]
    for browser in clients[:2]:
        type_password(browser)
    type_password(clients[2], "ben")
    assert sessions.end_all(ann, but=clients[0].session.session_key) == 1
    assert [is_in(browser) for browser in clients] == [True, False, True]
    assert Session.objects.count() == 2
