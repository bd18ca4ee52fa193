"""Accounts at the desk: nobody can take the last superuser away, and nobody's drafts go unnoticed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html, format_html_join

from accounts import last_superuser, mails, second_factor, sessions, sign_in_log
from accounts.models import SignIn
from editorial.models import Draft


class AccountForm(UserChangeForm):
    def clean(self) -> Any:
        cleaned = super().clean() or {}
        stays = all(cleaned.get(name, True) for name in last_superuser.NEEDED)
        if not stays and last_superuser.would_leave_none([self.instance]):
            for name in last_superuser.NEEDED:
                if name in cleaned and not cleaned[name]:
                    self.add_error(name, last_superuser.WORDS)
        return cleaned


class AccountPasswordForm(AdminPasswordChangeForm):
    def clean(self) -> Any:
        cleaned = super().clean()
        is_taken = self.data.get("usable_password") == "false"
        if is_taken and last_superuser.would_leave_none([self.user]):
            self.add_error("usable_password", last_superuser.WORDS)
        return cleaned


class AccountAdmin(UserAdmin):
    form = AccountForm
    change_password_form = AccountPasswordForm
    change_form_template = "admin/accounts/account.html"
    list_display = [*UserAdmin.list_display, "is_active", "is_superuser", "last_login"]
    readonly_fields = ["last_login", "date_joined"]

    def get_urls(self) -> list:
        factor = path(
            "<id>/second-factor/", self.admin_site.admin_view(self.factor_view), name="auth_user_second_factor"
        )
        return [factor, *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        account = self.get_object(request, object_id)
        extra = {"has_factor": bool(account and second_factor.device_of(account))}
        context = {**(kwargs.pop("extra_context", None) or {}), **extra}
        return super().change_view(request, object_id, *args, extra_context=context, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        drafts = Draft.objects.unfinished().filter(author=obj)
        if change and not obj.is_active and drafts:
            links = format_html_join(", ", '<a href="{}">draft {}</a>', ((d.desk_url, d.pk) for d in drafts))
            words = "{} can no longer sign in. What they have begun stays, and a publisher can take it over: {}."
            messages.warning(request, format_html(words, obj, links))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        gone, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if last_superuser.would_leave_none(objs):
            protected = [last_superuser.WORDS, *protected]
        return gone, counts, lacking, protected

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        if last_superuser.would_leave_none([obj]):
            raise PermissionDenied(last_superuser.WORDS)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        if last_superuser.would_leave_none(queryset):
            raise PermissionDenied(last_superuser.WORDS)
        super().delete_queryset(request, queryset)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:
        answer = super().user_change_password(request, id, form_url)
        if request.method == "POST" and answer.status_code == 302 and (account := self.get_object(request, id)):
            reason = f"by {request.user}"
            sign_in_log.note(request, account, SignIn.Method.DESK, SignIn.Outcome.NEW_PASSWORD, reason)
        return answer

    def factor_view(self, request: HttpRequest, id: str) -> HttpResponse:
        """Asks first."""
        if not request.user.is_superuser:  # type: ignore[union-attr]
            raise PermissionDenied
        account = get_object_or_404(self.model, pk=id if id.isdecimal() else None)
        if request.method == "POST" and request.POST.get("sure") == "yes":
            _take_factor_away(request, account)
            return redirect("admin:auth_user_change", account.pk)
        context = {**self.admin_site.each_context(request), "title": f"Turn off the second step of {account}?"}
        context |= {"account": account, "device": second_factor.device_of(account)}
        return TemplateResponse(request, "admin/accounts/take-away.html", context)


def _take_factor_away(request: HttpRequest, account: Any) -> None:
    if not second_factor.take_away(account):
        messages.error(request, f"{account} has no second step.")
        return
    sessions.end_all(account, but=request.session.session_key)
    reason = f"by {request.user}"
    sign_in_log.note(request, account, SignIn.Method.DESK, SignIn.Outcome.FACTOR_REMOVED, reason)
    mails.tell(account, f"The second step was turned off for your account, by {request.user}.")
    messages.success(request, f"The second step of {account} is off, and they are logged out.")
