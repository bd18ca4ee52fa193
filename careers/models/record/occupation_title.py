from typing import Self

from django.db import models

from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class OccupationTitleQuerySet(OfOccupationQuerySet):
    def named(self, title: str) -> Self:
        return self.filter(models.Q(title__iexact=title) | models.Q(short_title__iexact=title))

    def alphabetical(self) -> Self:
        return self.order_by("title", "pk")


class OccupationTitle(Released):
    """A title that people use for work which an occupation counts."""

    class Kind(models.TextChoices):
        ALTERNATE = "alternate", "listed as another title"
        REPORTED = "reported", "reported by people who do the work"
        HIDDEN = "hidden", "listed for searching only"

    occupation = of_occupation("titles")
    title = models.CharField(max_length=250, help_text="“Medical Records Administrator”.")
    short_title = models.CharField(max_length=100, blank=True, help_text="Its abbreviation: “CEO”.")
    kind = models.CharField(max_length=10, choices=Kind, help_text="How the publisher came by it.")
    origins = models.CharField(
        max_length=30, blank=True, help_text="The publisher’s codes for where it found it: “02,08”."
    )

    objects = OccupationTitleQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="title_once_per_occupation_and_kind",
                fields=["release", "occupation", "kind", "title"],
                violation_error_message="The release has this title of the occupation already.",
            ),
            models.CheckConstraint(
                name="occupation_title_not_empty",
                condition=~models.Q(title=""),
                violation_error_message="Give the title.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.occupation.code})"
