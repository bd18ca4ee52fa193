from django.db import models

from facts.models import Released


class Programme(Released):
    code = models.CharField(max_length=7, help_text="Two, four or six digits: “51.0707”.")
    title = models.CharField(max_length=250, help_text="“Health Information/Medical Records Technology/Technician”.")

    class Meta(Released.Meta):
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                name="programme_code_once_per_release",
                fields=["release", "code"],
                violation_error_message="The release has this code already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
