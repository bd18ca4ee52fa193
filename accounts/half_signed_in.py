"""Whose password was right and whose code is still to come: in the session, where nobody is signed in meanwhile."""

import time
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

KEY = "half_signed_in"
SECONDS = 300


def hold(request: HttpRequest, user: Any, next_page: str = "") -> None:
    request.session.cycle_key()
    request.session[KEY] = {
        "user": user.pk,
        "backend": user.backend,
        "hash": user.get_session_auth_hash(),
        "at": time.time(),
        "next": next_page,
    }


def held(request: HttpRequest) -> Any:
    """The account; None after five minutes, a new password, or its end."""
    kept = request.session.get(KEY)
    if not kept or time.time() - kept["at"] > SECONDS:
        return None
    user = get_user_model().objects.filter(pk=kept["user"], is_active=True, is_staff=True).first()
    if user is None or not constant_time_compare(kept["hash"], user.get_session_auth_hash()):
        return None
    user.backend = kept["backend"]
    return user


def next_page(request: HttpRequest) -> str:
    return (request.session.get(KEY) or {}).get("next", "")


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
