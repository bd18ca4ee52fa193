from django.db import models

from facts.models import Sourced


class OccupationMatch(Sourced):
    """That a career's title belongs to a coded occupation: how well, and why we say so."""

    guide_line = "{occupation}: {reason}"
    guide_chapter = "overview"
    #: New ones on a guide’s page are credited to the editors, and not to the guide.
    is_our_judgement = True

    class Match(models.TextChoices):
        EXACT = "exact", "the same jobs"
        NARROWER = "narrower", "part of this wider group"
        BROADER = "broader", "wider than this group"
        RELATED = "related", "near this group"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="matches", help_text="The career as people call it."
    )
    occupation = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.PROTECT,
        related_name="matches",
        help_text="The coded group that statistics count it in.",
    )
    match = models.CharField(
        max_length=10, choices=Match, help_text="The career’s jobs, seen against the occupation’s."
    )
    reason = models.CharField(max_length=400, help_text="Why, in a sentence of our own.")
    position = models.PositiveSmallIntegerField(default=1, help_text="The first is the one shown first.")

    class Meta(Sourced.Meta):
        ordering = ["career", "position"]
        verbose_name_plural = "occupation matches"
        constraints = [
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                name="match_once_per_career_and_occupation",
                fields=["career", "occupation"],
                violation_error_message="The career is tied to this occupation already.",
            ),
            models.CheckConstraint(
                name="match_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message="Say why the career belongs to the occupation.",
            ),
            models.CheckConstraint(
                name="match_counts_from_one",
                condition=models.Q(position__gte=1),
                violation_error_message="Places in a list are counted from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.career} → {self.occupation.code}"

    @property
    def is_counted(self) -> bool:
        """Whether the group counts all of the career's jobs: not where it is only near, or a part of them."""
        return self.match in (self.Match.EXACT, self.Match.NARROWER)
