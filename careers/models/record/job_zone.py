from django.db import models

from facts.models import Released


class JobZone(Released):
    """How much preparation a group of occupations needs, from 1 (little or none) to 5 (extensive)."""

    number = models.PositiveSmallIntegerField(help_text="From 1 to 5.")
    name = models.CharField(max_length=120, help_text="What the publisher calls it.")
    experience = models.TextField(blank=True, help_text="Experience needed, in the publisher’s words.")
    education = models.TextField(blank=True, help_text="Education needed, in the publisher’s words.")
    training = models.TextField(blank=True, help_text="Training on the job needed, in the publisher’s words.")
    examples = models.TextField(blank=True, help_text="Examples, in the publisher’s words.")
    svp_range = models.CharField(
        "specific vocational preparation", max_length=40, blank=True, help_text="The range: “(6.0 to < 7.0)”."
    )

    class Meta(Released.Meta):
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                name="job_zone_once_per_release",
                fields=["release", "number"],
                violation_error_message="The release has this job zone already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
