from django.db import models

from facts.models import Released


class Scale(Released):
    """What the numbers of ratings are measured on: importance from 1 to 5, level from 0 to 7."""

    IMPORTANCE, LEVEL, INTEREST, INTEREST_HIGH_POINT = "IM", "LV", "OI", "IH"

    code = models.CharField(max_length=5, help_text="“IM”.")
    name = models.CharField(max_length=80, help_text="“Importance”.")
    minimum = models.SmallIntegerField(null=True, blank=True, help_text="The lowest rating there is.")
    maximum = models.SmallIntegerField(null=True, blank=True, help_text="The highest rating there is.")

    class Meta(Released.Meta):
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                name="scale_code_once_per_release",
                fields=["release", "code"],
                violation_error_message="The release has a scale of this code already.",
            ),
            models.CheckConstraint(
                name="scale_ends_in_order",
                condition=models.Q(minimum__lt=models.F("maximum")),
                violation_error_message="A scale’s lowest rating is below its highest.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
