from django.conf import settings
from django.db import models
from django.utils import timezone

from editorial.models.draft import Draft


class DraftEditor(models.Model):
    """Somebody who writes in a draft, whether or not they began it."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="editors", help_text="The draft.")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shared_drafts", help_text="Who writes in it."
    )
    touched_at = models.DateTimeField(
        "last worked in it", default=timezone.now, help_text="When they last worked in it (UTC)."
    )

    class Meta:
        ordering = ["draft", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="draft_editor_once",
                fields=["draft", "editor"],
                violation_error_message="They write in this draft already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.editor} in draft {self.draft_id}"
