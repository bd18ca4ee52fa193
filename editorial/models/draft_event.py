from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from editorial.models.draft import Draft


class DraftEventQuerySet(models.QuerySet):
    def comments(self) -> Any:
        return self.filter(kind=DraftEvent.Kind.COMMENT)

    def about(self, user: Any) -> Any:
        """Of drafts that somebody writes in or is to review; for publishers also what is handed in."""
        concerns = models.Q(draft__author=user) | models.Q(draft__assignee=user)
        concerns |= models.Q(draft__in=Draft.objects.filter(editors__editor=user))
        if user.has_perm("editorial.publish_draft"):
            concerns |= models.Q(kind__in=[DraftEvent.Kind.HANDED_IN, DraftEvent.Kind.PUBLISHED])
        return self.filter(concerns).select_related("draft__author", "by").order_by("-pk")


class DraftEvent(models.Model):
    """What happened to a draft, and what was said of it. It stays."""

    class Kind(models.TextChoices):
        COMMENT = "comment", "said"
        HANDED_IN = "handed-in", "handed it in"
        TAKEN_BACK = "taken-back", "took it back"
        SENT_BACK = "sent-back", "sent it back"
        EDITED = "edited", "changed words in it"
        SHARED = "shared", "shared it"
        ASSIGNED = "assigned", "asked for a review"
        TAKEN_OVER = "taken-over", "took it over"
        SCHEDULED = "scheduled", "set a time for it"
        UNSCHEDULED = "unscheduled", "took the time back"
        REFUSED = "refused", "could not publish it"
        PUBLISHED = "published", "published it"
        DISCARDED = "discarded", "gave it up"

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="events", help_text="The draft.")
    kind = models.CharField(max_length=12, choices=Kind, help_text="What happened.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who did or said it."
    )
    text = models.TextField(blank=True, max_length=2000, help_text="The words, if any.")
    model = models.CharField(max_length=80, blank=True, help_text="Of a comment on a row: its model.")
    row = models.BigIntegerField(null=True, blank=True, help_text="Of a comment on a row: its number.")
    field = models.CharField(max_length=80, blank=True, help_text="Of a comment on a field: its name.")
    at = models.DateTimeField(default=timezone.now, help_text="When (UTC).")

    objects = DraftEventQuerySet.as_manager()

    class Meta:
        ordering = ["draft", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="draft_comment_has_words",
                condition=~models.Q(kind="comment", text=""),
                violation_error_message="A comment has words.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()}"
