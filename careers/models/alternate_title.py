from django.db import models

from careers.models.guide_part import GuidePart


class AlternateTitle(GuidePart):
    """Another name for the career that a source uses."""

    guide_line = "{title}"
    guide_chapter = "overview"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="alternate_titles",
        help_text="The career that is also called so.",
    )
    title = models.CharField(max_length=150, help_text="As the source has it.")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.UniqueConstraint(
                name="alternate_title_once_per_career",
                fields=["career", "title"],
                violation_error_message="The career has this other title already.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
