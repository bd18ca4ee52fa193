import logging
from collections.abc import Callable
from functools import wraps

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts import provider, sign_in_log, signing_in
from accounts.models import SignIn

LOG = logging.getLogger(__name__)
NEXT = "provider_next"
FORBIDDEN = 403


def _by_provider(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """404 where no provider is set, and what it refuses in words."""

    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        if not provider.name():
            raise Http404("This site signs nobody in by another.")
        try:
            return view(request)
        except provider.ProviderRefused as refused:
            return _refuse(request, refused)

    return never_cache(require_GET(answered))


@_by_provider
def begin(request: HttpRequest) -> HttpResponse:
    answer = provider.begin(request)
    request.session[NEXT] = request.GET.get("next", "")
    return answer


@_by_provider
def finish(request: HttpRequest) -> HttpResponse:
    user = provider.finish(request)
    wanted = request.session.pop(NEXT, "")
    user.backend = "django.contrib.auth.backends.ModelBackend"
    signing_in.let_in(request, user, SignIn.Method.PROVIDER, factor=SignIn.Method.PROVIDER.value)
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return redirect(wanted if is_ours else resolve_url("admin:index"))


def _refuse(request: HttpRequest, refused: provider.ProviderRefused) -> HttpResponse:
    LOG.warning("Sign-in by the provider refused: %s", refused, exc_info=refused.__cause__)
    sign_in_log.note(request, None, SignIn.Method.PROVIDER, SignIn.Outcome.REFUSED, str(refused))
    context = {**admin.site.each_context(request), "title": "You are not logged in", "why": str(refused)}
    return TemplateResponse(request, "admin/accounts/refused.html", context, status=FORBIDDEN)
