"""A new password by a link in a mail. Neither the answer nor its time shows whether the address has an account."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse_lazy

from accounts import mails, sessions, sign_in_log
from accounts.models import SignIn

WINDOW = timedelta(hours=1)
PER_ACCOUNT, PER_NETWORK, PER_SITE = 3, 20, 200
"""Links in an hour. A network is as wide as the sign-in log keeps it."""
TOO_MANY_REQUESTS = 429
Method, Outcome = SignIn.Method, SignIn.Outcome


class LinkForm(PasswordResetForm):
    def get_users(self, email: str) -> Any:
        return [user for user in super().get_users(email) if user.is_staff]

    def save(self, *args: Any, **kwargs: Any) -> None:
        request: Any = kwargs["request"]
        users = list(self.get_users(self.cleaned_data["email"]))
        if not users:
            sign_in_log.note(request, None, Method.MAIL, Outcome.LINK_ASKED)
        for user in users:
            sign_in_log.note(request, user, Method.MAIL, Outcome.LINK_ASKED)
        super().save(*args, **{**kwargs, "domain_override": _host()})

    def send_mail(  # type: ignore[override]
        self, subject: str, body: str, context: dict, sender: Any, to: str, **kwargs: Any
    ) -> None:
        user = context["user"]
        asked = SignIn.objects.since(WINDOW).filter(user=user, outcome=Outcome.LINK_ASKED).count()
        if asked <= PER_ACCOUNT:
            text = render_to_string(body, context | {"site": settings.SITE_URL.rstrip("/")})
            mails.send_later(EmailMessage("Rungs: a new password", text, sender, [to]))


def _host() -> str:
    return settings.SITE_URL.partition("://")[2].strip("/")


class _Shown:
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**found, **admin.site.each_context(self.request), "title": self.title}  # type: ignore[attr-defined]


class LinkView(_Shown, views.PasswordResetView):
    title = "New password"
    form_class = LinkForm
    template_name = "admin/accounts/link.html"
    email_template_name = "admin/accounts/link-mail.txt"
    success_url = reverse_lazy("password_reset_done")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not settings.MAIL_IS_ON:
            context = {**admin.site.each_context(request), "title": self.title}
            return TemplateResponse(request, "admin/accounts/no-mail.html", context)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        if _are_too_many(self.request):
            context = {**admin.site.each_context(self.request), "title": "Too many requests"}
            headers = {"Retry-After": str(int(WINDOW.total_seconds()))}
            template = "admin/accounts/too-many-links.html"
            return TemplateResponse(self.request, template, context, status=TOO_MANY_REQUESTS, headers=headers)
        return super().form_valid(form)


def _are_too_many(request: HttpRequest) -> bool:
    asked = SignIn.objects.since(WINDOW).filter(outcome=Outcome.LINK_ASKED)
    here = asked.filter(network=sign_in_log.network_of_request(request))
    return here.count() >= PER_NETWORK or asked.count() >= PER_SITE


class LinkSentView(_Shown, views.PasswordResetDoneView):
    title = "Look into your mail"
    template_name = "admin/accounts/link-sent.html"


class NewPasswordView(_Shown, views.PasswordResetConfirmView):
    title = "New password"
    template_name = "admin/accounts/new-password.html"
    success_url = reverse_lazy("password_reset_complete")

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        sessions.end_all(self.user)
        sign_in_log.note(self.request, self.user, Method.MAIL, Outcome.NEW_PASSWORD)
        mails.tell(self.user, "Your password was changed by a link that was mailed to you.")
        return answer


class PasswordSetView(_Shown, views.PasswordResetCompleteView):
    title = "Your password is changed"
    template_name = "admin/accounts/password-set.html"
