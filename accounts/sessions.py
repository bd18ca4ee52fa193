"""When a session ends by itself: some time after the last page, and some time after signing in."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

BEGUN, SEEN = "begun", "seen"
"""Seconds since 1970, in a session."""
WRITTEN_EVERY = 60
"""Seconds: not every page writes when it was looked at."""


def connect() -> None:
    user_logged_in.connect(_begin, dispatch_uid="session-begins")


def _begin(sender: Any, request: HttpRequest, **_: Any) -> None:
    request.session[BEGUN] = request.session[SEEN] = time.time()


def end_if_old(request: HttpRequest) -> None:
    session, now = request.session, time.time()
    if SESSION_KEY not in session:
        return
    begun, seen = session.setdefault(BEGUN, now), session.setdefault(SEEN, now)
    is_idle = settings.IDLE_MINUTES and now - seen > settings.IDLE_MINUTES * 60
    if is_idle or now - begun > settings.SESSION_COOKIE_AGE:
        logout(request)
    elif now - seen > WRITTEN_EVERY:
        session[SEEN] = now


def end_all(user: Any, *, but: str | None = "") -> int:
    """How many ended, of all but the one with the key `but`."""
    theirs = [session.pk for session in _standing().exclude(pk=but or "") if _owner(session) == str(user.pk)]
    Session.objects.filter(pk__in=theirs).delete()
    return len(theirs)


def _standing() -> Any:
    return Session.objects.filter(expire_date__gt=timezone.now())


def _owner(session: Session) -> str | None:
    return session.get_decoded().get(SESSION_KEY)
