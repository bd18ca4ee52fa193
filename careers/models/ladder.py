from django.db import models

from facts.models import Sourced


class Ladder(Sourced):
    """Steps of a career in one source, lowest first."""

    guide_chapter = "path"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="ladders",
        help_text="The career whose levels these are.",
    )
    note = models.TextField(blank=True, help_text="What a reader should know of it, in our own words (Markdown).")

    class Meta(Sourced.Meta):
        ordering = ["career", "pk"]
        constraints = [
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                name="ladder_once_per_career_and_source",
                fields=["career", "source"],
                violation_error_message="The career has a ladder from this source already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.career} ({self.source.publisher})"
