from django.db import models

from careers.models.guide_part import GuidePart


class ToolkitEntry(GuidePart):
    """A document for applicants or recruiters that a source announces."""

    guide_line = "{title}: {text}"
    guide_chapter = "become"

    class Kind(models.TextChoices):
        RESUME = "resume", "résumé"
        COVER_LETTER = "cover_letter", "cover letter"
        INTERVIEW = "interview", "interview questions"
        JOB_DESCRIPTION = "job_description", "job description"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="toolkit_entries", help_text="The career it is for."
    )
    kind = models.CharField(max_length=20, choices=Kind, help_text="What sort of document it is.")
    title = models.CharField(max_length=150, help_text="What it is, in a few words.")
    text = models.CharField(max_length=300, blank=True, help_text="What the source says it gives, in our own words.")

    class Meta(GuidePart.Meta):
        verbose_name_plural = "toolkit entries"

    def __str__(self) -> str:
        return self.title
