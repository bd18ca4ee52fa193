from typing import Self

from django.db import models

from careers.models.record.explained import explained
from careers.models.record.job_zone import JobZone
from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class OccupationJobZoneQuerySet(OfOccupationQuerySet):
    def with_words(self) -> Self:
        return super().with_words().annotate(zone_name=explained(JobZone, "name", number="number"))


class OccupationJobZone(Released):
    occupation = of_occupation("job_zones")
    number = models.PositiveSmallIntegerField(help_text="The zone: from 1 to 5.")
    dated = models.DateField(
        null=True, blank=True, help_text="First day of the month in which the publisher last brought it up to date."
    )
    domain_source = models.CharField(max_length=30, blank=True, help_text="Who gave it: “Analyst”.")

    objects = OccupationJobZoneQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_job_zone_per_occupation",
                fields=["release", "occupation"],
                violation_error_message="The release puts the occupation in a job zone already.",
            ),
        ]

    @property
    def zone(self) -> JobZone | None:
        return JobZone.objects.filter(release=self.release_id, number=self.number).first()

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.number}"
