from collections.abc import Mapping
from typing import Any

from django.db import models

from facts.figure import Figure
from facts.measures import Measure, Quantity
from facts.models import Statement
from facts.models.natural import NaturalKeyManager
from facts.models.statement import StatementQuerySet
from facts.units import Unit

PERCENT = Unit("percent")


class ExposureClaim(Statement):
    """What a guide says of how far AI reaches into a career."""

    figure_fields = ("share_percent",)

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="exposure_claims", help_text="The career it is about."
    )
    share_of = models.CharField(
        "share of what", max_length=150, help_text="What the percent counts, in a few words: “tasks AI can speed up”."
    )
    share_percent = models.DecimalField(
        "share, in percent", max_digits=5, decimal_places=2, help_text="How many of 100, as the guide has it."
    )

    objects = NaturalKeyManager.from_queryset(StatementQuerySet)()

    class Meta(Statement.Meta):
        ordering = ["career", "pk"]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                name="exposure_claim_of_a_hundred",
                condition=models.Q(share_percent__gte=0, share_percent__lte=100),
                violation_error_message="A share is between 0 and 100 percent.",
            ),
        ]

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return PERCENT if field == "share_percent" else None

    def figures(self) -> list[Figure]:
        return [
            Figure(
                **self.provenance(),
                field="share_percent",
                quantity=Quantity.AI_EXPOSURE,
                measure=Measure.SHARE,
                unit=PERCENT,
                label=self.share_of,
                subject=self.career.named,
                value=self.share_percent,
                marks=self.marks_of("share_percent"),
            )
        ]
