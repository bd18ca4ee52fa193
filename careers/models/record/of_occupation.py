from typing import Self

from django.db import models

from careers.models.occupation import Occupation
from facts.models.leaving_out import leave_out
from facts.models.release_name import NamedByReleaseQuerySet


class OfOccupationQuerySet(NamedByReleaseQuerySet):
    def for_occupation(self, occupation: Occupation) -> Self:
        """Also its parts in a finer scheme."""
        finer = models.Q(parent=occupation) & ~models.Q(scheme=occupation.scheme)
        meant = Occupation.objects.filter(models.Q(pk=occupation.pk) | finer)
        return self.filter(occupation__in=meant.order_by().values("pk"))

    def with_words(self) -> Self:
        rows = self.select_related("release__source").named_by_release("occupation")
        return leave_out(rows, "release__report")


def of_occupation(related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name=related_name, help_text="The occupation it speaks of."
    )
