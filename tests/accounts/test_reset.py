"""A new password by a link in a mail, without a word on who has an account."""

import re
import threading
import time

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from accounts import mails
from accounts.models import SignIn
from accounts.views import reset
from tests.accounts.conftest import PASSWORD, is_in, type_code, type_password

pytestmark = pytest.mark.django_db
ASK = "/admin/password_reset/"
NEW = "an umbrella for seven teapots"


@pytest.fixture(autouse=True)
def _mail(settings, sent_at_once):
    settings.MAIL_IS_ON = True
    settings.SITE_URL = "https://rungs.example"


@pytest.fixture
def ann(ann):
    ann.email = "ann@rungs.example"
    ann.save()
    return ann


def ask(client, address="ann@rungs.example", network="203.0.113.7"):
    return client.post(ASK, {"email": address}, REMOTE_ADDR=network, follow=True)


def link_in(mail) -> str:
    return re.search(r"https://rungs\.example(/admin/reset/\S+)", mail.body)[1]


def choose(client, link, password=NEW):
    page = client.get(link, follow=True)
    form = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(form, {"new_password1": password, "new_password2": password}, follow=True)


def test_the_link_gives_a_new_password_once_and_ends_all_sessions(client, ann, mailoutbox):
    elsewhere = Client()
    type_password(elsewhere)
    ask(client)
    link = link_in(mailoutbox[0])
    assert "You are logged out everywhere" in choose(client, link).text
    assert not is_in(elsewhere)
    ann.refresh_from_db()
    assert ann.check_password(NEW)
    assert "This link no longer works" in client.get(link).text
    assert mailoutbox[1].subject == "Rungs: your account ann"


def test_a_second_step_stays(client, ann, app, mailoutbox):
    ask(client)
    choose(client, link_in(mailoutbox[0]))
    assert client.post("/admin/login/", {"username": "ann", "password": NEW}).url == "/admin/login/code/"
    type_code(client, app.code())
    assert is_in(client)


def test_the_answer_is_the_same_for_an_address_without_an_account(client, ann, mailoutbox):
    token = re.compile(r"csrfmiddlewaretoken\" value=\"\w+\"|/kept/\S+|data-once=\"\S+\"")
    known, unknown = (token.sub("", ask(client, address).text) for address in ("ann@rungs.example", "no@rungs.example"))
    assert known == unknown
    assert len(mailoutbox) == 1


def test_the_answer_does_not_wait_for_the_mail_server(client, ann, monkeypatch):
    goes_on, is_sent = threading.Event(), threading.Event()
    monkeypatch.undo()
    monkeypatch.setattr("accounts.views.reset.settings.MAIL_IS_ON", True)
    monkeypatch.setattr(mails.EmailMessage, "send", lambda mail: (goes_on.wait(20), is_sent.set()))
    begun = time.monotonic()
    assert ask(client).status_code == 200
    assert not is_sent.is_set()
    goes_on.set()
    assert is_sent.wait(20 - (time.monotonic() - begun))


@pytest.mark.parametrize("changes", [{"is_active": False}, {"is_staff": False}, {"password": "!"}])
def test_accounts_that_cannot_sign_in_get_none(client, ann, mailoutbox, changes):
    get_user_model().objects.filter(pk=ann.pk).update(**changes)
    assert "If an account has this address" in ask(client).text
    assert mailoutbox == []


def test_an_account_gets_three_an_hour_and_the_answer_stays_the_same(client, ann, mailoutbox):
    answers = [ask(client).status_code for _ in range(reset.PER_ACCOUNT + 2)]
    assert set(answers) == {200}
    assert len(mailoutbox) == reset.PER_ACCOUNT


def test_a_network_gets_so_many_and_another_goes_on(client, ann, monkeypatch):
    monkeypatch.setattr(reset, "PER_NETWORK", 2)
    assert [ask(client).status_code for _ in range(3)] == [200, 200, 429]
    assert ask(client, network="198.51.100.9").status_code == 200


def test_the_site_gets_so_many(client, ann, monkeypatch):
    monkeypatch.setattr(reset, "PER_SITE", 2)
    statuses = [ask(client, network=f"198.51.{number}.9").status_code for number in range(3)]
    assert statuses == [200, 200, 429]


def test_without_mail_the_page_says_so(client, ann, settings, mailoutbox):
    settings.MAIL_IS_ON = False
    assert "This site sends no mail" in client.get(ASK).text
    assert "This site sends no mail" in ask(client).text
    assert mailoutbox == []


def test_the_sign_in_page_leads_there(client, db):
    assert f'href="{ASK}"' in client.get("/admin/login/").text


@pytest.mark.parametrize("link", ["x/y", "MQ/set-password", "%00/%00", "AAAA/c0-" + "9" * 40, "🪜/🪜"])
def test_links_that_are_none_are_told(client, db, link):
    answer = client.get(f"/admin/reset/{link}/")
    assert answer.status_code == 200
    assert "This link no longer works" in answer.text


@pytest.mark.parametrize("address", ["", "\0", "a@b@c", "x" * 5_000, "ann@rungs.example\nBcc: b@c.d"])
def test_addresses_that_are_none_are_told(client, ann, mailoutbox, address):
    assert ask(client, address).status_code == 200
    assert mailoutbox == []


def test_the_log_says_so(client, ann, mailoutbox):
    ask(client)
    choose(client, link_in(mailoutbox[0]))
    assert [row.outcome for row in SignIn.objects.order_by("pk")] == ["link-asked", "new-password"]


def test_a_password_that_is_soon_guessed_is_not_taken(client, ann, mailoutbox):
    ask(client)
    assert "soon guessed" in choose(client, link_in(mailoutbox[0]), "rungscareers").text
    ann.refresh_from_db()
    assert ann.check_password(PASSWORD)


def test_a_new_password_of_ones_own_ends_the_sessions_elsewhere(desk, client, ann):
    type_password(client)
    desk.post("/admin/password_change/", {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW})
    assert is_in(desk)
    assert not is_in(client)
