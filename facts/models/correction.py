from typing import Self

from django.db import models
from django.urls import reverse

from facts.models.edition import Edition


class CorrectionQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.select_related("edition").order_by("-edition__number", "pk")

    def of_statement(self, key: str) -> Self:
        return self.filter(statement=key)


class Correction(models.Model):
    """Kept even if the statement is deleted."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "corrected: it was wrong here"
        REVISION = "revision", "revised: the source says something else now"
        REMOVAL = "removal", "removed: it is no longer given here"

    #: What may be said of a figure that changes; the third follows from a removal.
    NOTICES = (Kind.CORRECTION, Kind.REVISION)

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="corrections", help_text="The edition that changed it."
    )
    model = models.CharField(max_length=80, help_text="The statement’s model: “salaries.salary”.")
    statement = models.CharField(max_length=120, help_text="The statement’s key, which is its permanent address.")
    field = models.CharField(max_length=40, help_text="Which of its figures: “median”.")
    title = models.CharField(max_length=250, help_text="What the statement is called.")
    career_slug = models.SlugField(max_length=80, blank=True, help_text="The career it belongs to, if one.")
    before = models.CharField(max_length=500, help_text="What it said, with all its words.")
    after = models.CharField(max_length=500, help_text="What it says now; or that it gives no figure any more.")
    kind = models.CharField(
        max_length=12,
        choices=Kind,
        default=Kind.REVISION,
        help_text="Whether it was wrong here, has been revised, or was removed.",
    )
    cause = models.CharField(max_length=500, blank=True, help_text="How the mistake came about; a correction has one.")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-edition", "pk"]
        default_permissions = ("view",)  # publishing writes them
        indexes = [models.Index(name="correction_by_statement", fields=["statement"])]
        constraints = [
            models.UniqueConstraint(
                name="correction_once_per_edition",
                fields=["edition", "statement", "field"],
                violation_error_message="The edition changes this figure already.",
            ),
            models.CheckConstraint(
                name="correction_says_two_things",
                condition=~models.Q(before=models.F("after")),
                violation_error_message="Nothing has changed.",
            ),
            models.CheckConstraint(
                name="correction_has_cause",
                condition=~models.Q(kind="correction") | ~models.Q(cause=""),
                violation_error_message="Say how the mistake came about.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.field}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return f"{reverse('corrections')}?edition={self.edition.number}"
