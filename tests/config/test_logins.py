"""Who guesses passwords is slowed down, and whom the account belongs to is not."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import RequestFactory
from django.utils import timezone

from config.logins import GUESSES
from pages.client_ip import address_of

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
HERE, ELSEWHERE = "203.0.113.7", "198.51.100.2"


@pytest.fixture
def editor():
    return User.objects.create_superuser("editor", password="correct horse")


def guess(client, password, address=HERE, name="editor"):
    return client.post(LOGIN, {"username": name, "password": password}, REMOTE_ADDR=address)


def guess_often(client, times, **more):
    return [guess(client, f"guess {number}", **more).status_code for number in range(times)]


def test_ten_wrong_passwords_are_heard_and_then_no_more(client, editor):
    answers = guess_often(client, GUESSES)
    assert answers[:-1] == [200] * (GUESSES - 1)
    refused = guess(client, "correct horse")
    assert refused.status_code == 429
    assert refused["Retry-After"] == "300"
    assert "Wait 5 minutes" in refused.content.decode()


def test_the_editor_still_gets_in_from_elsewhere(client, editor):
    guess_often(client, GUESSES + 1)
    assert guess(client, "correct horse", address=ELSEWHERE).status_code == 302


def test_another_account_is_not_slowed_down(client, editor):
    User.objects.create_superuser("other", password="battery staple")
    guess_often(client, GUESSES + 1)
    assert guess(client, "battery staple", name="other").status_code == 302


def test_after_five_minutes_it_opens_again(client, editor):
    guess_often(client, GUESSES + 1)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=6))
    assert guess(client, "correct horse").status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client, editor):
    for _ in range(2):
        guess_often(client, GUESSES - 1)
        assert guess(client, "correct horse").status_code == 302
        client.logout()


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=f"10.0.0.1, {HERE}")
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert address_of(request) == HERE
    settings.SECURE_PROXY_SSL_HEADER = None
    assert address_of(request) == "127.0.0.1"


def test_readers_cost_no_query_more(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/readyz")
