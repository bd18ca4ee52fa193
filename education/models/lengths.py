"""Shared by paths and times to entry: months from and to."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.db.models import Q

from facts.figure import Figure
from facts.measures import Measure, Quantity
from facts.models import Statement
from facts.models.conditions import in_order
from facts.models.natural import NaturalKeyManager
from facts.models.statement import StatementQuerySet
from facts.units import Unit

MONTHS = Unit("months")


class LengthQuerySet(StatementQuerySet):
    def with_words(self) -> Self:
        """One query with all related rows."""
        return self.select_related("source", "career")

    def for_career(self, career: models.Model) -> Self:
        """What sources say for the career, in their order."""
        return self.for_careers([career])

    def for_careers(self, careers: Collection[models.Model | int]) -> Self:
        """The same of several careers; those of each are in their order."""
        return self.filter(career__in=careers).order_by("source", "position", "pk")


class LengthStatement(Statement):
    """A statement of how many months something takes, for a career."""

    figure_fields = ("months_min", "months_max")
    length_label = "Length"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="+", help_text="The career it leads to."
    )
    position = models.PositiveSmallIntegerField(default=1, help_text="The place in the list, counted from 1.")
    months_min = models.PositiveSmallIntegerField("months, from", null=True, blank=True, help_text="Months, from.")
    months_max = models.PositiveSmallIntegerField("months, up to", null=True, blank=True, help_text="Months, up to.")

    objects = NaturalKeyManager.from_queryset(LengthQuerySet)()

    class Meta(Statement.Meta):
        abstract = True
        ordering = ["career", "position", "pk"]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_months_in_order",
                condition=in_order("months_min", "months_max"),
                violation_error_message="The least months are above the most.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_counts_from_one",
                condition=Q(position__gte=1),
                violation_error_message="Places in a list are counted from 1.",
            ),
        ]

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return MONTHS if field in ("months_min", "months_max") else None

    def figures(self) -> list[Figure]:
        return [self._length()] if self._has("months_min", "months_max") else []

    def _has(self, *fields: str) -> bool:
        return any(getattr(self, name) is not None or name in self.marks for name in fields)

    def _length(self) -> Figure:
        marks = self.marks_of("months_min", "months_max")
        ends = {"low": _decimal(self.months_min), "high": _decimal(self.months_max), "marks": marks}
        return self._figure(
            "months",
            Quantity.LENGTH,
            MONTHS,
            label=f"{self.length_label}: {self.what}",
            topic=self.topic,
            **ends,
        )

    def _figure(self, field: str, quantity: Quantity, unit: Unit, **numbers: Any) -> Figure:
        return Figure(
            **self.provenance(),
            field=field,
            quantity=quantity,
            measure=Measure.RANGE,
            unit=unit,
            subject=self.career.named,
            **numbers,
        )

    @property
    def topic(self) -> str:
        """Equal topics mean the same question."""
        return self.what

    @property
    def what(self) -> str:
        raise NotImplementedError


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
