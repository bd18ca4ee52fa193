from collections.abc import Mapping
from typing import Any

from django.db import models

from careers.models.guide_part import GuidePart
from facts.models import Industry
from facts.models.conditions import both_or_neither_in_order
from facts.units import Unit


class Employer(GuidePart):
    """What a source says of an industry as an employer of the career."""

    guide_line = "{industry}"
    guide_chapter = "environment"

    class Says(models.TextChoices):
        MOST_JOBS = "most_jobs", "employs the most"
        HIGHEST_PAY = "highest_pay", "pays the most"
        LARGEST = "largest", "is among the largest employers"
        ALSO = "also", "employs as well"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="employers", help_text="The career that it employs."
    )
    industry = models.ForeignKey(
        Industry,
        on_delete=models.PROTECT,
        related_name="employers",
        help_text="The industry; add it under Industries first.",
    )
    says = models.CharField(
        "employs or pays", max_length=20, choices=Says, help_text="What the source says the industry stands out for."
    )
    share_percent = models.DecimalField(
        "share of jobs, in percent",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="How many of 100 jobs are in the industry.",
    )
    as_printed = models.CharField(max_length=80, blank=True, help_text="The share just as it stands: “37%”.")
    about = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The occupation it speaks of, where the source tells several apart.",
    )
    group = models.CharField(
        max_length=200, blank=True, help_text="The group it speaks of, as printed, where it is not the whole career."
    )
    reference_start = models.DateField(
        "measured from", null=True, blank=True, help_text="First day measured; blank where not stated."
    )
    reference_end = models.DateField(
        "measured until", null=True, blank=True, help_text="Last day measured; blank where not stated."
    )
    attributed_to = models.CharField(
        "credited to", max_length=120, blank=True, help_text="Whom the source itself credits, if anyone."
    )
    note = models.CharField(max_length=300, blank=True, help_text="What a reader should know of it, in our own words.")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.CheckConstraint(
                name="employer_share_of_a_hundred",
                condition=models.Q(share_percent__gte=0, share_percent__lte=100),
                violation_error_message="A share is between 0 and 100 percent.",
            ),
            models.CheckConstraint(
                name="employer_share_as_printed",
                condition=models.Q(share_percent__isnull=True) | ~models.Q(as_printed=""),
                violation_error_message="Give the share just as it is printed.",
            ),
            models.CheckConstraint(
                name="employer_period_in_order",
                condition=both_or_neither_in_order("reference_start", "reference_end"),
                violation_error_message="A period has a first day and a last day that is no earlier.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.industry} {self.get_says_display()}"

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return Unit("percent") if field == "share_percent" else None
