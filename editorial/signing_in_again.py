"""A form that is sent after its session has ended: it stays on the page while its author signs in again."""

from collections.abc import Callable
from typing import Any

from axes.helpers import get_lockout_response
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse

from accounts import half_signed_in, provider, signing_in
from accounts.forms import CodeForm

PREFIX = "again"
NAMES = (f"{PREFIX}-username", f"{PREFIX}-password")
CODE = f"{PREFIX}-code"
ELSEWHERE = f"{PREFIX}-elsewhere"
NOT_KEPT = {"csrfmiddlewaretoken", *NAMES, CODE, ELSEWHERE}
LEAVING = ("logout/", "login/", "login/code/")


def is_left_open(request: HttpRequest) -> bool:
    """Whether somebody without a session sends a form of the desk."""
    leaves = request.path.endswith(LEAVING)
    return request.method == "POST" and request.user.is_anonymous and not leaves


def sign_in_again(request: HttpRequest, context: dict[str, Any], view: Callable) -> HttpResponse:
    """Ask who they are, keeping all that was sent; then do what was asked."""
    form = _code_asked(request) if CODE in request.POST else _password_asked(request)
    if form is None:
        request.POST = _without_answers(request.POST)  # type: ignore[assignment]
        return view()
    if isinstance(form, HttpResponse):
        return form
    shown = context | {
        "title": "Sign in again",
        "form": form,
        "is_code": isinstance(form, CodeForm),
        "provider": provider.name(),
        "kept": [(name, value) for name, values in request.POST.lists() if name not in NOT_KEPT for value in values],
        "files": list(request.FILES),
    }
    return TemplateResponse(
        request, "admin/sign-in-again.html", shown, status=403, headers={"Cache-Control": "no-store"}
    )


def _password_asked(request: HttpRequest) -> Any:
    """The form to be shown; None once they are in."""
    is_answered = NAMES[0] in request.POST
    form = AdminAuthenticationForm(request, data=request.POST if is_answered else None, prefix=PREFIX)
    if not (is_answered and form.is_valid()):
        return form
    return None if signing_in.after_password(request, form.get_user()) else CodeForm(prefix=PREFIX)


def _code_asked(request: HttpRequest) -> Any:
    """The same, or what is answered to too many wrong codes."""
    user = half_signed_in.held(request)
    if user is None:
        return AdminAuthenticationForm(request, prefix=PREFIX)
    form = CodeForm(request.POST, prefix=PREFIX)
    if not form.is_valid():
        return form
    checked = signing_in.after_code(request, user, form.cleaned_data["code"])
    if checked is None:
        return get_lockout_response(request, credentials={"username": user.get_username()})
    if checked.verdict.is_right:
        return None
    form.refuse(checked.seconds)
    return form


def _without_answers(sent: QueryDict) -> QueryDict:
    left = sent.copy()
    for name in (*NAMES, CODE):
        left.pop(name, None)
    left._mutable = False
    return left


def old_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What is answered to a form whose token has grown old, with all that was typed in it.

    Only where the browser says that the form is ours may it be sent again: another site could have filled it in.
    """
    from django.views.csrf import csrf_failure

    if not request.path.startswith(reverse("admin:index")) or not request.POST:
        return csrf_failure(request, reason)
    is_ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    kept = [(name, value) for name, values in request.POST.lists() if name not in NOT_KEPT for value in values]
    context = {"title": "Send it once more", "kept": kept, "is_ours": is_ours, "files": list(request.FILES)}
    return TemplateResponse(request, "admin/old-form.html", context, status=403).render()
