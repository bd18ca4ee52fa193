"""What rows have in common that describe a job under whichever code their source uses."""

from django.db import models

from careers.models.crosswalk import Crosswalk
from careers.models.occupation import WHOLE, Occupation
from careers.models.record.of_occupation import OfOccupationQuerySet


class OfJobQuerySet(OfOccupationQuerySet):
    """Named questions about rows that describe a job under whichever code their source uses."""

    def for_job(self, occupation: Occupation):
        """Rows under the occupation's own code, under those it came from, and under O*NET's codes for all of these."""
        came_from = Crosswalk.objects.published().filter(to_occupation=occupation).order_by()
        same = models.Q(pk=occupation.pk) | models.Q(pk__in=came_from.values("from_occupation"))
        named = Occupation.objects.filter(same).order_by().values("pk")
        whole = Occupation.objects.filter(parent__in=named, code__endswith=WHOLE).order_by().values("pk")
        return self.filter(models.Q(occupation__in=named) | models.Q(occupation__in=whole))

    def of_whole_jobs(self):
        """Rows of whole occupations: those of O*NET's specialties left out."""
        return self.exclude(models.Q(occupation__code__contains=".") & ~models.Q(occupation__code__endswith=WHOLE))
