from typing import Any

from django.conf import settings
from django.db import models


class RecoveryCodeQuerySet(models.QuerySet):
    def left(self, user: Any) -> Any:
        return self.filter(user=user, used_at=None)


class RecoveryCode(models.Model):
    """Lets its owner in once without their app. Its 80 random bits are kept as a SHA-256 hash."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", help_text="Whose code it is."
    )
    digest = models.CharField(max_length=64, unique=True, help_text="The hash of the account and the code.")
    used_at = models.DateTimeField("used", null=True, blank=True, help_text="When it was used (UTC).")

    objects = RecoveryCodeQuerySet.as_manager()

    class Meta:
        ordering = ["user", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"A recovery code of {self.user}"
