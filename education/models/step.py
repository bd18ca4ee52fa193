from collections.abc import Mapping
from typing import Any

from django.db import models

from careers.models import Career
from careers.models.guide_part import GuidePart
from education.models.lengths import MONTHS
from facts.units import Unit


class Step(GuidePart):
    """One step of how to become, in order."""

    guide_line = "{title}: {text}"
    guide_chapter = "become"

    career = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="steps", help_text="The career it leads to."
    )
    title = models.CharField(max_length=120, help_text="In a few words of our own.")
    text = models.TextField(help_text="What to do, in our own words (Markdown).")
    months_min = models.PositiveSmallIntegerField(
        "months, from", null=True, blank=True, help_text="Months it takes, from."
    )
    months_max = models.PositiveSmallIntegerField(
        "months, up to", null=True, blank=True, help_text="Months it takes, up to."
    )
    as_printed = models.CharField(max_length=80, blank=True, help_text="The time just as it stands: “3-6 months”.")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.UniqueConstraint(
                name="step_position_once",
                fields=["career", "source", "position"],
                violation_error_message="The source has a step at this place already.",
            ),
            models.CheckConstraint(
                name="step_months_in_order",
                condition=models.Q(months_min__lte=models.F("months_max")),
                violation_error_message="The least months are above the most.",
            ),
            models.CheckConstraint(
                name="step_months_as_printed",
                condition=models.Q(months_min__isnull=True, months_max__isnull=True) | ~models.Q(as_printed=""),
                violation_error_message="Give the time just as it is printed.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return MONTHS if field in ("months_min", "months_max") else None
