from collections.abc import Mapping
from typing import Any, Self

from django.db import models
from django.db.models import Q

from careers.models import Career, Occupation, OccupationMatch
from education.models.credential import Credential
from education.models.lengths import LengthQuerySet, LengthStatement
from facts.currencies import validate_currency
from facts.figure import Figure
from facts.measures import Quantity
from facts.models.conditions import in_order, not_negative
from facts.models.natural import NaturalKeyManager
from facts.units import Unit


class PathQuerySet(LengthQuerySet):
    def with_words(self) -> Self:
        """Two queries with all related rows."""
        return super().with_words().prefetch_related("credentials")

    def into(self, occupation: Occupation) -> Self:
        """Of careers that the occupation counts whole."""
        counted = (OccupationMatch.Match.EXACT, OccupationMatch.Match.NARROWER)
        ties = OccupationMatch.objects.filter(occupation=occupation, match__in=counted)
        return self.filter(career__in=ties.order_by().values("career")).order_by("source", "pk")


class Path(LengthStatement):
    """A way into a career: its credentials, length and cost."""

    guide_line = "{name}"

    figure_fields = ("months_min", "months_max", "cost_low", "cost_high")
    _history_m2m_fields = ("credentials",)

    career = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="paths", help_text="The career it leads to."
    )
    name = models.CharField(max_length=120, help_text="“Certificate program or online course”.")
    credentials = models.ManyToManyField(
        Credential, related_name="paths", blank=True, help_text="What one has at the end: any of these."
    )
    cost_low = models.DecimalField(
        "cost, from", max_digits=10, decimal_places=2, null=True, blank=True, help_text="Cost, from."
    )
    cost_high = models.DecimalField(
        "cost, up to",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Cost, up to; marked open-ended where a “+” follows.",
    )
    currency = models.CharField(
        max_length=3, blank=True, validators=[validate_currency], help_text="ISO 4217; needed with a cost."
    )

    objects = NaturalKeyManager.from_queryset(PathQuerySet)()

    class Meta(LengthStatement.Meta):
        constraints = [
            *LengthStatement.Meta.constraints,
            models.CheckConstraint(
                name="path_cost_in_order",
                condition=in_order("cost_low", "cost_high"),
                violation_error_message="The lowest cost is above the highest.",
            ),
            models.CheckConstraint(
                name="path_cost_not_negative",
                condition=not_negative("cost_low", "cost_high"),
                violation_error_message="A cost cannot be below nought.",
            ),
            models.CheckConstraint(
                name="path_cost_has_currency",
                condition=Q(cost_low__isnull=True, cost_high__isnull=True) | ~Q(currency=""),
                violation_error_message="A cost needs its currency.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.career})"

    @property
    def what(self) -> str:
        return self.name

    @property
    def topic(self) -> str:
        """The credentials, or the name without any."""
        return "+".join(sorted(credential.slug for credential in self.credentials.all())) or self.name

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        """Costs in the row's currency, lengths in months."""
        return Unit(said.get("currency") or "") if field.startswith("cost_") else super().unit_of(field, said)

    def figures(self) -> list[Figure]:
        """Prefetch the credentials."""
        return super().figures() + ([self._cost()] if self._has("cost_low", "cost_high") else [])

    def _cost(self) -> Figure:
        marks = self.marks_of("cost_low", "cost_high")
        label = f"Cost: {self.name}"
        numbers = {"low": self.cost_low, "high": self.cost_high, "marks": marks, "label": label, "topic": self.topic}
        return self._figure("cost", Quantity.COST, Unit(self.currency), **numbers)
