from typing import Self

from django.db import models

from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class TaskQuerySet(OfOccupationQuerySet):
    def core(self) -> Self:
        return self.filter(kind=Task.Kind.CORE)

    def by_importance(self) -> Self:
        """The core tasks first, the more important first where that is known, then in the publisher's order."""
        rank = models.Case(
            models.When(kind=Task.Kind.CORE, then=0), models.When(kind=Task.Kind.SUPPLEMENTAL, then=1), default=2
        )
        return self.order_by(rank, models.F("importance").desc(nulls_last=True), "number")


class Task(Released):
    class Kind(models.TextChoices):
        CORE = "core", "core"
        SUPPLEMENTAL = "supplemental", "supplemental"

    occupation = of_occupation("tasks")
    number = models.PositiveIntegerField(help_text="The publisher’s number of the task.")
    statement = models.CharField(max_length=1000, help_text="The task, in the publisher’s words.")
    kind = models.CharField(
        max_length=12, choices=Kind, blank=True, help_text="Core or supplemental; blank where nobody was asked."
    )
    importance = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True, help_text="From 1 to 5, where the release says."
    )
    relevance = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True, help_text="How many do it, in percent."
    )
    n = models.PositiveIntegerField("answers", null=True, blank=True, help_text="How many people were asked.")
    dated = models.DateField(
        null=True, blank=True, help_text="First day of the month in which the publisher last brought it up to date."
    )
    domain_source = models.CharField(
        max_length=30, blank=True, help_text="Who gave it: “Incumbent”, “Occupational Expert”, “Analyst”."
    )

    objects = TaskQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="task_once_per_occupation",
                fields=["release", "occupation", "number"],
                violation_error_message="The release has this task of the occupation already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.statement}"
