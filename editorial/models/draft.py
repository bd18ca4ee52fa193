from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from facts.models.edition import Edition


class DraftQuerySet(models.QuerySet):
    def open(self) -> Any:
        return self.filter(state=Draft.State.OPEN)

    def waiting(self) -> Any:
        return self.filter(state=Draft.State.WAITING).order_by("submitted_at", "pk")

    def unfinished(self) -> Any:
        return self.filter(state__in=[Draft.State.OPEN, Draft.State.WAITING])

    def current_of(self, author: Any) -> "Draft | None":
        """The open one touched last."""
        return self.open().filter(author=author).order_by("-touched_at", "-pk").first()


class Draft(models.Model):
    """Changes to be published together; not public before."""

    class State(models.TextChoices):
        OPEN = "open", "being written"
        WAITING = "waiting", "waiting for review"
        PUBLISHED = "published", "published"
        DISCARDED = "discarded", "discarded"

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts", help_text="Who proposes the changes."
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, help_text="How far it has come.")
    reason = models.CharField(
        max_length=500, blank=True, help_text="Why, in words a reader understands; it stands on the edition’s page."
    )
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviewed_drafts",
        help_text="Who published it, or sent it back last.",
    )
    words = models.TextField(blank=True, max_length=2000, help_text="What the publisher who sent it back says.")
    edition = models.ForeignKey(
        Edition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="drafts",
        help_text="The edition that it became.",
    )
    begun_at = models.DateTimeField("begun", auto_now_add=True, help_text="When it was begun (UTC).")
    touched_at = models.DateTimeField(
        "last worked on", default=timezone.now, help_text="When its author last worked in it (UTC)."
    )
    submitted_at = models.DateTimeField(
        "handed in", null=True, blank=True, help_text="When it was last handed in (UTC)."
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-touched_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("publish_draft", "Can publish drafts, or send them back")]
        constraints = [
            models.CheckConstraint(
                name="draft_published_is_an_edition",
                condition=models.Q(state="published", edition__isnull=False, publisher__isnull=False)
                | (~models.Q(state="published") & models.Q(edition__isnull=True)),
                violation_error_message="A published draft has its publisher and its edition, and no other has one.",
            ),
            models.CheckConstraint(
                name="draft_handed_in_has_reason",
                condition=~models.Q(state__in=["waiting", "published"])
                | (models.Q(submitted_at__isnull=False) & ~models.Q(reason="")),
                violation_error_message="A draft that is handed in says why and when.",
            ),
        ]

    def __str__(self) -> str:
        return f"Draft {self.pk} of {self.author}: {self.reason or 'no reason given yet'}"

    @property
    def desk_url(self) -> str:
        return reverse("admin:editorial_draft_change", args=[self.pk])

    @property
    def is_unfinished(self) -> bool:
        return self.state in (self.State.OPEN, self.State.WAITING)
