"""Who signed in, when, from where, and what was refused: kept for SIGN_IN_DAYS days, and not more than MOST rows."""

import hmac
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest

from accounts.models import SignIn
from facts.client_ip import address_of

MOST = 100_000
CODE_STEP = "accounts.code_step"
"""The sender of a failure that is no wrong password."""
REPEATED = timedelta(minutes=1)
Method, Outcome = SignIn.Method, SignIn.Outcome


def connect() -> None:
    user_login_failed.connect(_note_wrong_password, dispatch_uid="sign-in-log")


def note(
    request: HttpRequest | None, user: Any, method: SignIn.Method, outcome: SignIn.Outcome, reason: str = ""
) -> SignIn:
    network = network_of_request(request) if request else ""
    row = SignIn.objects.create(user=user, network=network, method=method, outcome=outcome, reason=reason[:200])
    prune(row)
    return row


def prune(newest: SignIn | None = None) -> int:
    gone = SignIn.objects.outdated().delete()[0]
    if newest and newest.pk > MOST:
        gone += SignIn.objects.filter(pk__lte=newest.pk - MOST).delete()[0]
    return gone


def network_of_request(request: HttpRequest) -> str:
    network = shortened(address_of(request))
    if settings.SIGN_IN_ADDRESSES == "shortened":
        return network
    return hmac.new(settings.SECRET_KEY.encode(), network.encode(), "sha256").hexdigest()


def shortened(address: str) -> str:
    """
    >>> shortened("203.0.113.7"), shortened("2001:db8:1:2:3::4"), shortened("a socket")
    ('203.0.113.0/24', '2001:db8:1::/48', '')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network((found, 24 if found.version == 4 else 48), strict=False))


def _note_wrong_password(sender: Any, credentials: dict[str, Any], request: HttpRequest | None, **_: Any) -> None:
    """A name that no account has is not kept: people type passwords there."""
    if sender == CODE_STEP:
        return
    user = get_user_model().objects.filter(username=str(credentials.get("username", "")).replace("\0", "")).first()
    if not getattr(request, "axes_locked_out", False):
        note(request, user, Method.PASSWORD, Outcome.WRONG_PASSWORD)
    else:
        note_too_many(request, user, Method.PASSWORD)


def note_too_many(request: HttpRequest | None, user: Any, method: SignIn.Method) -> None:
    """Once a minute."""
    recent = SignIn.objects.since(REPEATED).filter(user=user, outcome=Outcome.TOO_MANY)
    if not recent.exists():
        note(request, user, method, Outcome.TOO_MANY)
