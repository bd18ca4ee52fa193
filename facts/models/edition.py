from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from facts.addresses import address_of


class EditionQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-number")


class Edition(models.Model):
    class Act(models.TextChoices):
        LOAD = "load", "guides loaded"
        IMPORT = "import", "release imported"
        EDIT = "edit", "edited"

    number = models.PositiveIntegerField(unique=True, help_text="Counts up by one from 1.")
    begun_at = models.DateTimeField(
        "begun", default=timezone.now, help_text="When its changes began to be written (UTC)."
    )
    published_at = models.DateTimeField(auto_now_add=True, help_text="When it became public (UTC).")
    act = models.CharField(max_length=10, choices=Act, help_text="How it was made.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="editions",
        help_text="The editor; none when a command made it.",
    )
    reason = models.CharField(max_length=500, help_text="Why, in words a reader understands.")

    is_kept = models.BooleanField(
        "keep its files", default=False, help_text="Whether the files and pages of this edition are never let go."
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="edition_counts_from_one",
                condition=models.Q(number__gte=1),
                violation_error_message="Editions are counted from 1.",
            ),
            models.CheckConstraint(
                name="edition_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message="An edition needs a reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"Edition {self.number}"

    def get_absolute_url(self) -> str:
        return address_of("edition", self.number)
