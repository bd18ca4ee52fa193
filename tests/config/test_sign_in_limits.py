"""Who guesses passwords is slowed down, and whom the account belongs to is not."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import RequestFactory
from django.utils import timezone

from config import sign_in_handler
from config.sign_in_limits import PER_ACCOUNT
from facts.client_ip import address_of

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
    answers = guess_often(client, PER_ACCOUNT)
    assert answers[:-1] == [200] * (PER_ACCOUNT - 1)
    refused = guess(client, "correct horse")
    assert refused.status_code == 429
    assert refused["Retry-After"] == "300"
    assert "Wait 5 minutes" in refused.content.decode()


def test_the_editor_still_gets_in_from_elsewhere(client, editor):
    guess_often(client, PER_ACCOUNT + 1)
    assert guess(client, "correct horse", address=ELSEWHERE).status_code == 302


def test_another_account_is_not_slowed_down(client, editor):
    User.objects.create_superuser("other", password="battery staple")
    guess_often(client, PER_ACCOUNT + 1)
    assert guess(client, "battery staple", name="other").status_code == 302


def test_after_five_minutes_it_opens_again(client, editor):
    guess_often(client, PER_ACCOUNT + 1)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=6))
    assert guess(client, "correct horse").status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client, editor):
    for _ in range(2):
        guess_often(client, PER_ACCOUNT - 1)
        assert guess(client, "correct horse").status_code == 302
        client.logout()


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=f"10.0.0.1, {HERE}")
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert address_of(request) == HERE
    settings.SECURE_PROXY_SSL_HEADER = None
    assert address_of(request) == "127.0.0.1"


class TestANetwork:
    @pytest.fixture(autouse=True)
    def _fewer(self, monkeypatch):
        monkeypatch.setattr(sign_in_handler, "PER_NETWORK", 4)

    def test_is_heard_so_often_whatever_the_names(self, client, editor):
        statuses = [guess(client, "guess", name=f"name {number}").status_code for number in range(5)]
        assert statuses == [200] * 4 + [429]
        assert guess(client, "correct horse").status_code == 429
        assert guess(client, "correct horse", address=ELSEWHERE).status_code == 302

    def test_of_ipv6_is_a_household_s(self, client, editor):
        for number in range(4):
            guess(client, "guess", address=f"2001:db8::{number + 1}", name=f"name {number}")
        assert guess(client, "correct horse", address="2001:db8::9").status_code == 429
        assert guess(client, "correct horse", address="2001:db8:0:1::9").status_code == 302


def test_the_site_hears_so_many_wrong_passwords_in_all(client, editor, monkeypatch):
    monkeypatch.setattr(sign_in_handler, "PER_SITE", 5)
    for number in range(5):
        assert guess(client, "guess", address=f"198.51.100.{number}", name=f"name {number}").status_code == 200
    refused = guess(client, "correct horse")
    assert (refused.status_code, refused["Retry-After"]) == (429, "300")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=6))
    assert guess(client, "correct horse").status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_a_sign_in_leads_to_the_desk_where_it_may_not_lead_elsewhere(client, editor, elsewhere):
    form = {"username": "editor", "password": "correct horse", "next": elsewhere}
    assert client.post(f"{LOGIN}?next={elsewhere}", form).url == "/admin/"


def test_readers_cost_no_query_more(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/readyz")
