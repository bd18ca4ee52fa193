from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class SignInQuerySet(models.QuerySet):
    def outdated(self) -> Any:
        return self.filter(at__lt=timezone.now() - timedelta(days=settings.SIGN_IN_DAYS))

    def since(self, span: timedelta) -> Any:
        return self.filter(at__gte=timezone.now() - span)


class SignIn(models.Model):
    """Somebody signed in, tried to, or changed how they do."""

    class Method(models.TextChoices):
        PASSWORD = "password", "password"
        APP = "app", "password and code"
        RECOVERY = "recovery", "password and recovery code"
        PROVIDER = "provider", "other site"
        MAIL = "mail", "link by mail"
        DESK = "desk", "at the desk"
        COMMAND = "command", "command on the server"

    class Outcome(models.TextChoices):
        SIGNED_IN = "signed-in", "signed in"
        WRONG_PASSWORD = "wrong-password", "wrong name or password"
        WRONG_CODE = "wrong-code", "wrong code"
        TOO_MANY = "too-many", "too many tries"
        REFUSED = "refused", "refused"
        LINK_ASKED = "link-asked", "asked for a link to a new password"
        NEW_PASSWORD = "new-password", "new password"
        FACTOR_ADDED = "factor-added", "second step turned on"
        FACTOR_REMOVED = "factor-removed", "second step turned off"
        NEW_CODES = "new-codes", "new recovery codes"
        RESCUED = "rescued", "let in again"

    at = models.DateTimeField("when", default=timezone.now, help_text="When it was (UTC).")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose account it was; none where no account has the name.",
    )
    network = models.CharField(
        max_length=64, blank=True, help_text="The network that it came from, shortened, or as a code."
    )
    method = models.CharField(max_length=10, choices=Method, help_text="How.")
    outcome = models.CharField(max_length=15, choices=Outcome, help_text="What became of it.")
    reason = models.CharField(max_length=200, blank=True, help_text="Why not, or by whom, in words.")

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = "sign-in"
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(name="sign_in_by_time", fields=["at"])]

    def __str__(self) -> str:
        return f"{self.user or 'Unknown name'}, {self.get_outcome_display()}"
