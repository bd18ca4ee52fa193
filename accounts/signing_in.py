"""The acts of signing in, by whatever way: one step or two, and what is noted of it."""

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import login
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest

from accounts import half_signed_in, second_factor, sign_in_log
from accounts.models import SignIn
from accounts.second_factor import CodeCheck

Method, Outcome = SignIn.Method, SignIn.Outcome


def after_password(request: HttpRequest, user: Any, next_page: str = "") -> bool:
    """Whether they are in; else a code is asked for."""
    if second_factor.device_of(user):
        half_signed_in.hold(request, user, next_page)
        return False
    let_in(request, user, Method.PASSWORD)
    return True


def after_code(request: HttpRequest, user: Any, text: str) -> CodeCheck | None:
    """None where too many were wrong: each counts as a wrong password does."""
    credentials = {"username": user.get_username()}
    if not AxesProxyHandler.is_allowed(request, credentials):
        sign_in_log.note_too_many(request, user, Method.APP)
        return None
    checked = second_factor.check(user, text)
    if checked.verdict.is_right:
        let_in(request, user, checked.verdict.value, factor=checked.verdict.value)
    elif not checked.seconds:
        user_login_failed.send(sender=sign_in_log.CODE_STEP, credentials=credentials, request=request)
        sign_in_log.note(request, user, Method.APP, Outcome.WRONG_CODE)
    return checked


def let_in(request: HttpRequest, user: Any, method: SignIn.Method, factor: str = "") -> None:
    half_signed_in.forget(request)
    login(request, user)
    if factor:
        request.session[second_factor.SESSION_KEY] = factor
    sign_in_log.note(request, user, method, Outcome.SIGNED_IN)
