from typing import Self

from django.db import models

from careers.models.occupation import Occupation
from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class RelatedOccupationQuerySet(OfOccupationQuerySet):
    def with_words(self) -> Self:
        return super().with_words().select_related("related")

    def nearest_first(self) -> Self:
        return self.order_by("position")


class RelatedOccupation(Released):
    class Tier(models.TextChoices):
        PRIMARY_SHORT = "primary-short", "among the nearest five"
        PRIMARY_LONG = "primary-long", "among the nearest ten"
        SUPPLEMENTAL = "supplemental", "near"

    occupation = of_occupation("related_occupations")
    related = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name="related_from", help_text="The other."
    )
    tier = models.CharField(max_length=15, choices=Tier, help_text="How near, in three steps.")
    position = models.PositiveSmallIntegerField(help_text="How near, the nearest being 1.")

    objects = RelatedOccupationQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="related_occupation_once",
                fields=["release", "occupation", "related"],
                violation_error_message="The release ties these two occupations already.",
            ),
            models.CheckConstraint(
                name="related_to_another_occupation",
                condition=~models.Q(occupation=models.F("related")),
                violation_error_message="An occupation is not related to itself.",
            ),
            models.CheckConstraint(
                name="related_occupation_counts_from_one",
                condition=models.Q(position__gte=1),
                violation_error_message="Places in a list are counted from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code} → {self.related.code}"
