from collections.abc import Mapping
from typing import Any

from django.db import models

from facts.figure import Figure
from facts.measures import Measure, Quantity
from facts.models import Statement
from facts.models.natural import NaturalKeyManager
from facts.models.statement import StatementQuerySet
from facts.units import Unit

YEARS = Unit("years")


class Tenure(Statement):
    """How many years people stay in a career."""

    figure_fields = ("years",)

    career = models.ForeignKey("careers.Career", on_delete=models.CASCADE, related_name="+")
    years = models.DecimalField(max_digits=4, decimal_places=1, help_text="Years until they leave.")

    objects = NaturalKeyManager.from_queryset(StatementQuerySet)()

    class Meta(Statement.Meta):
        app_label = "tenures"
        ordering = ["pk"]

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return YEARS if field == "years" else None

    def figures(self) -> list[Figure]:
        return [
            Figure(
                **self.provenance(),
                field="years",
                quantity=Quantity.EXPERIENCE,
                measure=Measure.MEDIAN,
                unit=YEARS,
                label="Years in the career",
                subject=self.career.named,
                value=self.years,
            )
        ]
