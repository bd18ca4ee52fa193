import time
from binascii import unhexlify

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from editorial.groups import AUTHORS
from tests.editorial.conftest import PASSWORD, ann, ben, desk, new_editor

__all__ = ["ann", "ben", "desk"]

KEY = "3132333435363738393031323334353637383930"


@pytest.fixture
def amy(db):
    return new_editor("amy", AUTHORS)


class App:
    """A phone's app: the code that it shows, now or some steps of 30 seconds from now."""

    def __init__(self, key: str = KEY) -> None:
        self.key = key

    def code(self, steps: int = 0) -> str:
        totp = TOTP(unhexlify(self.key))
        totp.time = time.time() + 30 * steps
        return f"{totp.token():06}"


@pytest.fixture
def app(ann) -> App:
    """Ann's, with which she has set up a second step."""
    TOTPDevice.objects.create(user=ann, key=KEY)
    return App()


@pytest.fixture
def superuser(db, django_user_model):
    return django_user_model.objects.create_superuser("root", password=PASSWORD)


@pytest.fixture
def clock(monkeypatch):
    """Moves what `time.time` says by so many seconds."""
    real, shift = time.time, [0.0]
    monkeypatch.setattr(time, "time", lambda: real() + shift[0])

    def forward(seconds: float) -> None:
        shift[0] += seconds

    return forward


def type_password(client, name="ann", **query):
    return client.post("/admin/login/", {"username": name, "password": PASSWORD}, query_params=query)


def type_code(client, code):
    return client.post("/admin/login/code/", {"code": code})


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.fixture
def sent_at_once(monkeypatch):
    """Mail about accounts is sent before the answer, so that the outbox has it."""
    from accounts import mails

    monkeypatch.setattr(mails, "send_later", mails._send)
