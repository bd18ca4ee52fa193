from django.db import models

from careers.models.guide_part import GuidePart


class Question(GuidePart):
    """A question people ask about the career, with the source's answer in our words."""

    guide_line = "{question}"
    guide_chapter = "points"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="questions",
        help_text="The career that is asked about.",
    )
    question = models.CharField(max_length=200, help_text="In our own words.")
    answer = models.TextField(help_text="What the source answers, in our own words (Markdown).")

    class Meta(GuidePart.Meta):
        pass

    def __str__(self) -> str:
        return self.question
