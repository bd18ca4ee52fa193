from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string

from editorial.models.draft import Draft
from facts.models.edition import Edition

TICKET_LENGTH = 32


def new_ticket() -> str:
    return get_random_string(TICKET_LENGTH)


class ReportQuerySet(models.QuerySet):
    def waiting(self) -> Any:
        """Those that nobody has dealt with; one whose draft was given up waits again."""
        return self.filter(_WAITING)

    def settled(self) -> Any:
        return self.exclude(pk__in=self.waiting().values("pk"))

    def about(self, model: str, row: int) -> Any:
        return self.filter(model=model, row=row).order_by("-reported_at", "-pk")


class Report(models.Model):
    """What a reader says is wrong. Not public; nothing is known of the reader."""

    class State(models.TextChoices):
        OPEN = "open", "not looked at yet"
        TAKEN_UP = "taken_up", "turned into a change"
        ANSWERED = "answered", "answered"
        SET_ASIDE = "set_aside", "set aside"

    page = models.CharField(max_length=300, help_text="The address of the public page, with the place on it.")
    title = models.CharField(max_length=250, help_text="What it is about, as it was called then.")
    model = models.CharField(max_length=80, help_text="The row’s model: “salaries.salary”.")
    row = models.BigIntegerField(help_text="The row’s number.")
    said = models.CharField(max_length=500, blank=True, help_text="What stood there when it was reported.")
    wrong = models.TextField("what is wrong", max_length=1000)
    should_be = models.TextField("what it should be", max_length=500, blank=True)
    says_where = models.TextField("where it says so", max_length=500, blank=True)
    reported_at = models.DateTimeField("reported", auto_now_add=True, help_text="When it came (UTC).")
    ticket = models.CharField(
        max_length=TICKET_LENGTH, unique=True, default=new_ticket, editable=False, help_text="The reader’s own address."
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, help_text="What has become of it.")
    answer = models.TextField(max_length=2000, blank=True, help_text="What an editor says to the reader.")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="settled_reports",
        help_text="Who dealt with it last.",
    )
    settled_at = models.DateTimeField("settled", null=True, blank=True, help_text="When (UTC).")
    draft = models.ForeignKey(
        Draft,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text="The draft in which an editor has changed the row.",
    )
    edition = models.ForeignKey(
        Edition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text="The edition in which the row was changed, where no draft came before it.",
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_at", "-pk"]
        default_permissions = ("view", "change")
        indexes = [
            models.Index(name="report_by_state", fields=["state"]),
            models.Index(name="report_by_row", fields=["model", "row"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="report_says_what_is_wrong",
                condition=~Q(wrong=""),
                violation_error_message="Say what is wrong.",
            ),
            models.CheckConstraint(
                name="report_settled_by_somebody",
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_by__isnull=False, settled_at__isnull=False)),
                violation_error_message="A report that is settled says by whom and when, and no other does.",
            ),
            models.CheckConstraint(
                name="report_taken_up_has_its_change",
                condition=Q(state="taken_up") & (Q(draft__isnull=False) | Q(edition__isnull=False))
                | ~Q(state="taken_up") & Q(draft__isnull=True, edition__isnull=True),
                violation_error_message="A report that was turned into a change names it, and no other does.",
            ),
            models.CheckConstraint(
                name="report_answered_with_words",
                condition=~Q(state="answered") | ~Q(answer=""),
                violation_error_message="Say what the answer is.",
            ),
        ]

    def __str__(self) -> str:
        return f"Report {self.pk}: {self.title}"

    @property
    def desk_url(self) -> str:
        return reverse("admin:editorial_report_change", args=[self.pk])

    @property
    def became(self) -> Edition | None:
        return self.edition or (self.draft.edition if self.draft else None)

    @property
    def is_waiting(self) -> bool:
        given_up = self.draft is not None and self.draft.state == Draft.State.DISCARDED
        return self.state == self.State.OPEN or given_up


_WAITING = Q(state=Report.State.OPEN) | Q(state=Report.State.TAKEN_UP, draft__state=Draft.State.DISCARDED)
