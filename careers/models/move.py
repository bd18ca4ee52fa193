from django.db import models

from careers.models.guide_part import GuidePart


class Move(GuidePart):
    """A step from one job to the next, with the source's titles."""

    guide_line = "{from_title} > {to_title}: {takes}"
    guide_chapter = "path"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="moves", help_text="The career whose guide names it."
    )
    from_title = models.CharField("from", max_length=150, help_text="The job people leave: “Staff nurse”.")
    to_title = models.CharField("to", max_length=150, help_text="The job people move to: “Charge nurse”.")
    to_career = models.ForeignKey(
        "careers.Career",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="moves_here",
        help_text="The career people move to, if it has a page here.",
    )
    takes = models.CharField(max_length=300, blank=True, help_text="What the move takes, in a few words.")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.CheckConstraint(
                name="move_has_two_titles",
                condition=~models.Q(from_title="") & ~models.Q(to_title=""),
                violation_error_message="A move needs the job people leave and the job they move to.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_title} → {self.to_title}"
