from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=30)


class KeptFormQuerySet(models.QuerySet):
    def of(self, author: Any, page: str) -> Any:
        return self.filter(author=author, page=page)

    def outdated(self) -> Any:
        return self.filter(kept_at__lt=timezone.now() - KEPT_FOR)


class KeptForm(models.Model):
    """What somebody has typed into a form and not saved."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", help_text="Who typed it."
    )
    page = models.CharField(max_length=250, help_text="The form’s address at the desk.")
    fields = models.JSONField(help_text="The fields as the browser keeps them.")
    kept_at = models.DateTimeField("kept", default=timezone.now, help_text="When it was last kept (UTC).")

    objects = KeptFormQuerySet.as_manager()

    class Meta:
        verbose_name = "unsaved form"
        ordering = ["-kept_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="kept_form_once_a_page",
                fields=["author", "page"],
                violation_error_message="What is typed into a form is kept once for each author.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}, typed by {self.author}"

    @property
    def for_browser(self) -> dict[str, Any]:
        """`when` in milliseconds, as browsers count."""
        return {"fields": self.fields, "when": int(self.kept_at.timestamp() * 1000)}
