from django.db import models

from facts.models import Sourced


class GuidePart(Sourced):
    """A row at a position of a list in a career's guide."""

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="%(class)ss",
        help_text="The career whose guide it is part of.",
    )
    position = models.PositiveSmallIntegerField(default=1, help_text="The place in the list, counted from 1.")

    class Meta(Sourced.Meta):
        abstract = True
        ordering = ["career", "position", "pk"]
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_counts_from_one",
                condition=models.Q(position__gte=1),
                violation_error_message="Places in a list are counted from 1.",
            ),
        ]
