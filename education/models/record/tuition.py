from django.db import models

from education.models.record.by_school import BySchoolQuerySet
from facts.models import Released


class Tuition(Released):
    """Published yearly tuition and fees of a full-time undergraduate, in US dollars."""

    unit_id = models.PositiveIntegerField(help_text="The publisher’s number of the institution.")
    in_district = models.PositiveIntegerField(
        null=True, blank=True, help_text="For who lives in its district; blank if not given."
    )
    in_state = models.PositiveIntegerField(
        null=True, blank=True, help_text="For who lives in the state; blank if not given."
    )
    out_of_state = models.PositiveIntegerField(null=True, blank=True, help_text="For anybody else; blank if not given.")

    objects = BySchoolQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["unit_id"]
        verbose_name_plural = "tuition"
        constraints = [
            models.UniqueConstraint(
                name="tuition_once_per_release",
                fields=["release", "unit_id"],
                violation_error_message="The release gives the institution’s tuition already.",
            ),
        ]
        indexes = [models.Index(name="tuition_by_unit_id", fields=["unit_id"])]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.in_state}"
