from typing import Self

from django.db import models

from facts.models import Release, Sourced
from facts.models.natural import NaturalKeyManager


class CrosswalkQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Editors' rows, and those of ready releases."""
        return self.filter(models.Q(release__isnull=True) | models.Q(release__state=Release.State.READY))

    def with_wholeness(self) -> Self:
        """`is_whole`: neither occupation is in another published pair of these schemes, so both count the same jobs."""
        one, other = models.OuterRef("from_occupation"), models.OuterRef("to_occupation")
        beside = Crosswalk.objects.published().filter(
            models.Q(from_occupation=one) | models.Q(to_occupation=other),
            from_occupation__scheme=models.OuterRef("from_occupation__scheme"),
            to_occupation__scheme=models.OuterRef("to_occupation__scheme"),
        )
        return self.annotate(is_whole=~models.Exists(beside.exclude(from_occupation=one, to_occupation=other)))


class Crosswalk(Sourced):
    """That jobs of one scheme's occupation went to another scheme's; many to many."""

    from_occupation = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.CASCADE,
        related_name="successors",
        help_text="The code that was replaced.",
    )
    to_occupation = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.CASCADE,
        related_name="predecessors",
        help_text="The code that replaces it.",
    )
    release = models.ForeignKey(
        Release,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="crosswalks",
        help_text="The release, for a publisher’s own tables.",
    )

    objects = NaturalKeyManager.from_queryset(CrosswalkQuerySet)()

    class Meta(Sourced.Meta):
        ordering = ["from_occupation", "to_occupation"]
        constraints = [
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                name="crosswalk_pair_once_per_release",
                fields=["release", "from_occupation", "to_occupation"],
                violation_error_message="The release ties these two occupations already.",
            ),
            models.UniqueConstraint(
                name="crosswalk_pair_once_by_hand",
                fields=["from_occupation", "to_occupation"],
                condition=models.Q(release=None),
                violation_error_message="These two occupations are tied already.",
            ),
            models.CheckConstraint(
                name="crosswalk_between_two",
                condition=~models.Q(from_occupation=models.F("to_occupation")),
                violation_error_message="An occupation does not become itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_occupation.code} → {self.to_occupation.code}"
