from collections.abc import Collection
from typing import Any, Self

from django.db import models

from careers.models import Occupation
from facts.models import Released
from facts.models.released import ReleasedQuerySet


class ProgrammeOccupationQuerySet(ReleasedQuerySet):
    def leading_to(self, occupations: Any) -> Self:
        return self.filter(occupation__in=occupations).order_by("code")

    def pairs_for(self, codes: Collection[str]) -> models.QuerySet:
        """An occupation's code with the code of each field of study that prepares for it."""
        return self.filter(occupation__code__in=codes).order_by().values_list("occupation__code", "code").distinct()


class ProgrammeOccupation(Released):
    code = models.CharField(max_length=7, help_text="The field of study: “51.0707”.")
    title = models.CharField(max_length=250, help_text="What the field of study is called.")
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name="programmes", help_text="The occupation it prepares for."
    )

    objects = ProgrammeOccupationQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["code", "occupation"]
        constraints = [
            models.UniqueConstraint(
                name="programme_occupation_once_per_release",
                fields=["release", "code", "occupation"],
                violation_error_message="The release ties these two already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} → {self.occupation.code}"
