from django.db import models

from careers.models import Career
from education.models.lengths import LengthStatement


class TimeToEntry(LengthStatement):
    """Time from a starting point to a first job."""

    guide_line = "{starting_point}"

    length_label = "Time to a first job"

    career = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="times_to_entry", help_text="The career it leads to."
    )
    starting_point = models.CharField(max_length=150, help_text="Where one starts: “no background”.")
    covers = models.CharField(
        max_length=200, blank=True, help_text="What the time is for: “certification and job search”."
    )

    class Meta(LengthStatement.Meta):
        verbose_name_plural = "times to entry"
        constraints = [
            *LengthStatement.Meta.constraints,
            models.CheckConstraint(
                name="time_to_entry_has_starting_point",
                condition=~models.Q(starting_point=""),
                violation_error_message="Say where one starts.",
            ),
        ]

    def __str__(self) -> str:
        return f"From {self.starting_point} ({self.career})"

    @property
    def what(self) -> str:
        """The starting point and what the time covers."""
        return f"{self.starting_point}, {self.covers}" if self.covers else self.starting_point
