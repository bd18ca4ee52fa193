from django.conf import settings
from django.db import models
from django.utils import timezone


class TakenForm(models.Model):
    """A form that was saved: sent again, by a second click or a reload, it is not saved twice."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", help_text="Who sent it."
    )
    token = models.CharField(max_length=80, help_text="Another for each form that was opened, and for each sheet.")
    answer = models.CharField(max_length=500, blank=True, help_text="The page that its saving led to.")
    taken_at = models.DateTimeField("taken", default=timezone.now, help_text="When it was saved (UTC).")

    class Meta:
        ordering = ["-taken_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="taken_form_once",
                fields=["author", "token"],
                violation_error_message="The form was saved already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.token}, sent by {self.author}"
