from django.db import models

from careers.models.guide_part import GuidePart


class Point(GuidePart):
    """Something that speaks for or against the career."""

    guide_line = "{label}: {text}"
    guide_list = "Points"
    guide_chapter = "points"

    class Side(models.TextChoices):
        PRO = "pro", "pro"
        CON = "con", "con"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="points",
        help_text="The career it speaks for or against.",
    )
    side = models.CharField("pro or con", max_length=3, choices=Side, help_text="Whether it speaks for the career.")
    label = models.CharField(max_length=80, help_text="Two to six words: “Regular office hours”.")
    text = models.TextField(help_text="What the source says, in our own words (Markdown).")

    class Meta(GuidePart.Meta):
        verbose_name = "pro or con"
        verbose_name_plural = "pros and cons"
        ordering = ["career", "-side", "position", "pk"]

    def __str__(self) -> str:
        return self.label
