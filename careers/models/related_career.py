from django.db import models

from careers.models.guide_part import GuidePart


class RelatedCareer(GuidePart):
    """Another career that a source names beside this one, and why."""

    guide_line = "{related}: {reason}"
    guide_chapter = "related"

    class Kind(models.TextChoices):
        SIMILAR = "similar", "similar"
        ALTERNATIVE = "alternative", "alternative"
        KIND_OF = "kind_of", "a kind of it"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="related",
        help_text="The career whose readers may want the other.",
    )
    related = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="related_from", help_text="The career they may want."
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.SIMILAR, help_text="How the source puts it.")
    reason = models.CharField(max_length=400, help_text="Why one would look at it, in our own words.")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.UniqueConstraint(
                name="related_once_per_source",
                fields=["career", "related", "source"],
                violation_error_message="The source’s tie between these two careers is there already.",
            ),
            models.CheckConstraint(
                name="related_to_another",
                condition=~models.Q(career=models.F("related")),
                violation_error_message="A career is not related to itself.",
            ),
            models.CheckConstraint(
                name="related_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message="Say why one would look at the other career.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.career} → {self.related}"
