from typing import Any

from axes.helpers import get_lockout_response
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import half_signed_in, provider, signing_in
from accounts.forms import CodeForm


class SignInView(LoginView):
    authentication_form = AdminAuthenticationForm
    template_name = "admin/login.html"

    def form_valid(self, form: Any) -> HttpResponse:
        if signing_in.after_password(self.request, form.get_user(), self.get_success_url()):
            return HttpResponseRedirect(self.get_success_url())
        return redirect("admin:code")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"title": "Log in", "app_path": self.request.get_full_path(), "username": self.request.user.username}
        site = admin.site.each_context(self.request)
        return {**super().get_context_data(**kwargs), **site, **own, "provider": provider.name()}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    user = half_signed_in.held(request)
    if user is None:
        return redirect("admin:login")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        next_page = half_signed_in.next_page(request)
        checked = signing_in.after_code(request, user, form.cleaned_data["code"])
        if checked is None:
            return get_lockout_response(request, credentials={"username": user.get_username()})
        if checked.verdict.is_right:
            return redirect(next_page or resolve_url("admin:index"))
        form.refuse(checked.seconds)
    context = {**admin.site.each_context(request), "title": "Type the code", "form": form, "name": user.get_username()}
    return TemplateResponse(request, "admin/accounts/code.html", context)
