"""A form that is sent after its session has ended: it stays on the page while its author signs in again."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse

PREFIX = "again"
NAMES = (f"{PREFIX}-username", f"{PREFIX}-password")
NOT_KEPT = {"csrfmiddlewaretoken", *NAMES}
LEAVING = ("logout/", "login/")


def is_left_open(request: HttpRequest) -> bool:
    """Whether somebody without a session sends a form of the desk."""
    leaves = request.path.endswith(LEAVING)
    return request.method == "POST" and request.user.is_anonymous and not leaves


def sign_in_again(request: HttpRequest, context: dict[str, Any], view: Callable) -> HttpResponse:
    """Ask who they are, keeping all that was sent; then do what was asked."""
    is_answered = NAMES[0] in request.POST
    form = AdminAuthenticationForm(request, data=request.POST if is_answered else None, prefix=PREFIX)
    if is_answered and form.is_valid():
        login(request, form.get_user())
        request.POST = _without_password(request.POST)  # type: ignore[assignment]
        return view()
    shown = context | {
        "title": "Sign in again",
        "form": form,
        "kept": [(name, value) for name, values in request.POST.lists() if name not in NOT_KEPT for value in values],
        "files": list(request.FILES),
    }
    return TemplateResponse(
        request, "admin/sign-in-again.html", shown, status=403, headers={"Cache-Control": "no-store"}
    )


def _without_password(sent: QueryDict) -> QueryDict:
    left = sent.copy()
    for name in NAMES:
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
