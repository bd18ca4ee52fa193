"""Rows about a job, under any code that their source uses."""

from typing import Self

from django.db import models

from careers.models.crosswalk import Crosswalk
from careers.models.occupation import WHOLE, Occupation
from careers.models.record.of_occupation import OfOccupationQuerySet


class OfJobQuerySet(OfOccupationQuerySet):
    def for_job(self, occupation: Occupation) -> Self:
        """Also predecessors' codes, and O*NET codes of all."""
        came_from = Crosswalk.objects.published().filter(to_occupation=occupation).order_by()
        same = models.Q(pk=occupation.pk) | models.Q(pk__in=came_from.values("from_occupation"))
        named = Occupation.objects.filter(same).order_by().values("pk")
        whole = Occupation.objects.filter(parent__in=named, code__endswith=WHOLE).order_by().values("pk")
        return self.filter(models.Q(occupation__in=named) | models.Q(occupation__in=whole))

    def of_whole_jobs(self) -> Self:
        """Without O*NET's specialties."""
        return self.exclude(models.Q(occupation__code__contains=".") & ~models.Q(occupation__code__endswith=WHOLE))
