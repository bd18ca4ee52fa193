from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from careers.models.career import Career
from careers.models.ladder import Ladder
from facts.figure import Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.models import Sourced
from facts.units import Unit


class Rung(Sourced):
    """One step of a ladder: a title, the years of experience it takes, what is done there."""

    guide_line = "{title}"
    guide_chapter = "path"

    class YearsBasis(models.TextChoices):
        TOTAL = "total", "in total"
        IN_ROLE = "in_role", "in the role"
        NOT_STATED = "not_stated", "not stated"

    ladder = models.ForeignKey(
        Ladder, on_delete=models.CASCADE, related_name="rungs", help_text="The career path it is a level of."
    )
    position = models.PositiveSmallIntegerField(help_text="1 is the lowest.")
    title = models.CharField(max_length=120, help_text="“Senior Medical Records Administrator”.")
    years_min = models.PositiveSmallIntegerField(
        "years, from", null=True, blank=True, help_text="Years of experience, from."
    )
    years_max = models.PositiveSmallIntegerField(
        "years, up to", null=True, blank=True, help_text="Up to; blank where the end is open."
    )
    years_basis = models.CharField(
        "what the years count",
        max_length=10,
        choices=YearsBasis,
        default=YearsBasis.NOT_STATED,
        help_text="Experience in all, or in this work.",
    )
    as_printed = models.CharField(max_length=80, blank=True, help_text="The years just as they stand: “8-12 years”.")
    summary = models.TextField(blank=True, help_text="What is done on this rung, in our own words (Markdown).")
    focus = models.TextField(blank=True, help_text="What to work on there, in our own words (Markdown).")

    class Meta(Sourced.Meta):
        ordering = ["ladder", "position"]
        constraints = [
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                name="rung_position_once_per_ladder",
                fields=["ladder", "position"],
                violation_error_message="The ladder has a rung at this place already.",
            ),
            models.CheckConstraint(
                name="rung_counts_from_one",
                condition=models.Q(position__gte=1),
                violation_error_message="Rungs are counted from 1, the lowest.",
            ),
            models.CheckConstraint(
                name="rung_years_in_order",
                condition=models.Q(years_min__lte=models.F("years_max")),
                violation_error_message="The least years of experience are above the most.",
            ),
            models.CheckConstraint(
                name="rung_years_as_printed",
                condition=models.Q(years_min__isnull=True, years_max__isnull=True) | ~models.Q(as_printed=""),
                violation_error_message="Give the years just as they are printed.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return Unit("years") if field in ("years_min", "years_max") else None

    @property
    def belongs_to_career(self) -> Career:
        return self.ladder.career

    @property
    def named(self) -> Named:
        return Named(self.key, self.title)

    @property
    def experience(self) -> Figure | None:
        """None if the source states no years."""
        if self.years_min is None and self.years_max is None:
            return None
        return Figure(
            key=self.key,
            field="years",
            quantity=Quantity.EXPERIENCE,
            measure=Measure.RANGE,
            unit=Unit("years"),
            subject=self.ladder.career.named,
            level=self.named,
            publisher=self.source.publisher,
            source=Named(self.source.slug, self.source.title, self.source.get_absolute_url()),
            low=Decimal(self.years_min or 0),
            high=None if self.years_max is None else Decimal(self.years_max),
            marks=frozenset({Mark.OPEN_ENDED} if self.years_max is None else ()),
            label=f"Years of experience, {self.get_years_basis_display()}",
            as_printed=self.as_printed,
            locator=self.locator,
            url=f"{self.ladder.career.get_absolute_url()}#ladder",
        )

    def figure(self, field: str) -> Figure | None:
        """None for another field."""
        return self.experience if field == "years" else None
