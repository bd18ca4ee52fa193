from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import functions
from django.urls import reverse
from django.utils import timezone

from facts.models.edition import Edition


class DraftQuerySet(models.QuerySet):
    def open(self) -> Any:
        return self.filter(state=Draft.State.OPEN)

    def waiting(self) -> Any:
        return self.filter(state=Draft.State.WAITING).order_by("submitted_at", "pk")

    def sent_back(self) -> Any:
        return self.open().exclude(words="")

    def unfinished(self) -> Any:
        return self.filter(state__in=[Draft.State.OPEN, Draft.State.WAITING])

    def written_by(self, user: Any) -> Any:
        """Begun by somebody or shared with them."""
        return self.filter(models.Q(author=user) | models.Q(pk__in=self._shared_with(user).values("draft")))

    def current_of(self, user: Any) -> "Draft | None":
        """The open one that they worked in last."""
        theirs = self._shared_with(user).filter(draft=models.OuterRef("pk")).values("touched_at")[:1]
        worked_in = functions.Coalesce(models.Subquery(theirs), models.F("touched_at"))
        return self.open().written_by(user).order_by(worked_in.desc(), "-pk").first()

    def due(self, now: Any) -> Any:
        return self.waiting().filter(publish_at__lte=now)

    def _shared_with(self, user: Any) -> Any:
        shared: Any = self.model._meta.get_field("editors").related_model
        return shared.objects.filter(editor=user)


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
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_drafts",
        help_text="The publisher who is asked to review it; any of them where none is named.",
    )
    publish_at = models.DateTimeField(
        "published at", null=True, blank=True, help_text="When it is to become public (UTC), once a publisher says so."
    )
    approved = models.CharField(
        max_length=64, blank=True, editable=False, help_text="What the publisher saw who set the time."
    )
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
                name="draft_is_due_while_it_waits",
                condition=models.Q(publish_at__isnull=True) | models.Q(state="waiting", publisher__isnull=False),
                violation_error_message="Only a draft that waits has a time, which a publisher set.",
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

    def is_written_by(self, user: Any) -> bool:
        return self.author_id == user.pk or self.editors.filter(editor=user).exists()

    @property
    def state_in_words(self) -> str:
        """Tells what was sent back from what is being written."""
        if self.is_sent_back:
            return "sent back"
        return "waiting to be published" if self.publish_at else self.get_state_display()

    @property
    def is_sent_back(self) -> bool:
        return self.state == self.State.OPEN and bool(self.words)
