from django.db import models

from careers.models.guide_part import GuidePart


class Responsibility(GuidePart):
    """Something that people in the career do."""

    guide_line = "{label}: {text}"
    guide_chapter = "do"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="responsibilities",
        help_text="The career whose work it is.",
    )
    label = models.CharField(max_length=80, help_text="Two to five words: “Auditing charts”.")
    text = models.TextField(help_text="What is done, in our own words (Markdown).")

    class Meta(GuidePart.Meta):
        verbose_name_plural = "responsibilities"

    def __str__(self) -> str:
        return self.label
