from typing import Self

from django.db import models

from careers.models.occupation import Occupation
from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class CorrespondenceQuerySet(OfOccupationQuerySet):
    def with_words(self) -> Self:
        return super().with_words().select_related("counterpart")


class Correspondence(Released):
    """That two classifications' occupations count some of the same jobs; many to many, and not one after the other."""

    occupation = of_occupation("correspondences")
    counterpart = models.ForeignKey(
        Occupation,
        on_delete=models.PROTECT,
        related_name="counterparts",
        help_text="The occupation of the other classification.",
    )
    in_part = models.BooleanField(
        null=True, blank=True, help_text="Whether they share only a part of their jobs; unknown if not given."
    )

    objects = CorrespondenceQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="correspondence_once_per_release",
                fields=["release", "occupation", "counterpart"],
                violation_error_message="The release ties these two occupations already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code} ↔ {self.counterpart.code}"
