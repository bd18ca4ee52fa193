"""The second step of whoever has signed in: turned on, turned off, new recovery codes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django.contrib import admin, messages
from django.contrib.auth.signals import user_login_failed
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from accounts import mails, recovery_codes, second_factor, sessions, sign_in_log
from accounts.forms import CodeForm
from accounts.models import SignIn

NEW_KEY = "new_second_factor"
"""In the session: the key that the page shows until a code made with it comes back."""
METHODS = ["GET", "HEAD", "POST"]
Method, Outcome = SignIn.Method, SignIn.Outcome


def for_signed_in(view: Callable) -> Callable:
    """Open before the second step is set up."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (request.user.is_active and request.user.is_staff):
            return redirect_to_login(request.get_full_path(), "admin:login")
        return view(request, *args, **kwargs)

    return csrf_protect(never_cache(require_http_methods(METHODS)(guarded)))


@for_signed_in
def own_factor(request: HttpRequest) -> HttpResponse:
    device = second_factor.device_of(request.user)
    if device:
        left = recovery_codes.count_left(request.user)
        return _shown(request, "factor", "Your second step", device=device, left=left)
    key = request.session.setdefault(NEW_KEY, second_factor.new_key())
    form = CodeForm(request.POST or None, autofocus=False)
    form.fields["code"].help_text = "The six digits that the app shows now."
    if form.is_valid():
        codes = second_factor.set_up(request.user, key, form.cleaned_data["code"])
        if codes:
            return _turned_on(request, codes)
        form.refuse()
    shown = {"qr": mark_safe(second_factor.qr_code(request.user, key)), "key": second_factor.typed_key(key)}  # noqa: S308
    is_owed = second_factor.is_owed(request)
    return _shown(request, "set-up", "Set up a second step", form=form, is_owed=is_owed, **shown)


def _turned_on(request: HttpRequest, codes: list[str]) -> HttpResponse:
    del request.session[NEW_KEY]
    request.session[second_factor.SESSION_KEY] = Method.APP.value
    request.session.cycle_key()
    sessions.end_all(request.user, but=request.session.session_key)
    _note(request, Outcome.FACTOR_ADDED, "A second step was turned on for your account.")
    return _shown(request, "codes", "Your recovery codes", codes=codes)


@for_signed_in
def new_codes(request: HttpRequest) -> HttpResponse:
    return _with_code(request, "new-codes", "Make new recovery codes?", _make_codes)


def _make_codes(request: HttpRequest) -> HttpResponse:
    codes = recovery_codes.make_new(request.user)
    _note(request, Outcome.NEW_CODES, "New recovery codes were made for your account; the old ones no longer work.")
    return _shown(request, "codes", "Your recovery codes", codes=codes)


@for_signed_in
def turn_off(request: HttpRequest) -> HttpResponse:
    if second_factor.is_required(request.user):
        messages.error(request, "This site asks for a second step, so it stays on. You can move it to another phone.")
        return redirect("admin:second-factor")
    return _with_code(request, "turn-off", "Turn the second step off?", _turn_off)


@for_signed_in
def move(request: HttpRequest) -> HttpResponse:
    """To another phone: off and, in the same session, on again."""
    return _with_code(request, "move", "Move the second step to another phone?", _turn_off)


def _turn_off(request: HttpRequest) -> HttpResponse:
    second_factor.take_away(request.user)
    request.session.pop(second_factor.SESSION_KEY, None)
    _note(request, Outcome.FACTOR_REMOVED, "The second step was turned off for your account.")
    messages.success(request, "The second step is off. Set it up here whenever you like.")
    return redirect("admin:second-factor")


def _with_code(request: HttpRequest, page: str, title: str, act: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """A session that is left open is not enough."""
    if not second_factor.device_of(request.user):
        return redirect("admin:second-factor")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        credentials = {"username": request.user.get_username()}
        if not AxesProxyHandler.is_allowed(request, credentials):
            return get_lockout_response(request, credentials=credentials)
        checked = second_factor.check(request.user, form.cleaned_data["code"])
        if checked.verdict.is_right:
            return act(request)
        form.refuse(checked.seconds)
        if not checked.seconds:
            user_login_failed.send(sender=sign_in_log.CODE_STEP, credentials=credentials, request=request)
            sign_in_log.note(request, request.user, Method.DESK, Outcome.WRONG_CODE)
    return _shown(request, page, title, form=form)


def _note(request: HttpRequest, outcome: SignIn.Outcome, words: str) -> None:
    sign_in_log.note(request, request.user, Method.DESK, outcome)
    mails.tell(request.user, words)


def _shown(request: HttpRequest, page: str, title: str, **context: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, **context}
    return TemplateResponse(request, f"admin/accounts/{page}.html", context)
