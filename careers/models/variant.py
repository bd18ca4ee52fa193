from django.db import models

from careers.models.guide_part import GuidePart


class Variant(GuidePart):
    """A kind of the job that a source describes: “School bus drivers”."""

    guide_line = "{name}: {text}"
    guide_list = "Kinds"
    guide_stem = "kind"
    guide_chapter = "do"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="variants",
        help_text="The career that it is a kind of.",
    )
    name = models.CharField(max_length=150, help_text="As the source has it: “School bus drivers”.")
    text = models.TextField(help_text="What they do, in our own words (Markdown).")

    class Meta(GuidePart.Meta):
        verbose_name = "kind of the job"
        verbose_name_plural = "kinds of the job"

    def __str__(self) -> str:
        return self.name
