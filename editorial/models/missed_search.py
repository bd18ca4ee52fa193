from typing import Self

from django.db import models


class MissedSearchQuerySet(models.QuerySet):
    def most_often_first(self) -> Self:
        return self.order_by("-times", "-last_on", "words")

    def rarest_first(self) -> Self:
        return self.order_by("times", "last_on", "pk")


class MissedSearch(models.Model):
    """Words that readers searched for and found nothing by, and how often; nothing about who searched."""

    words = models.CharField(max_length=60, unique=True, help_text="In lowercase, as typed but for blanks.")
    times = models.PositiveIntegerField(default=0, help_text="How often they were searched for.")
    last_on = models.DateField(help_text="The day on which they last were.")

    objects = MissedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-times", "words"]
        verbose_name_plural = "missed searches"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="missed_search_has_words",
                condition=~models.Q(words=""),
                violation_error_message="A search has words.",
            ),
        ]
        indexes = [models.Index(name="missed_search_by_times", fields=["times", "last_on"])]

    def __str__(self) -> str:
        return self.words
