from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models

from facts.marks import validate_marks
from facts.models import Released
from facts.models.released import ReleasedQuerySet


class ProgramOutcomeQuerySet(ReleasedQuerySet):
    def at_schools(self, unit_ids: Any) -> Self:
        return self.filter(unit_id__in=unit_ids)

    def in_fields(self, codes: Any) -> Self:
        """By codes of two, four or six digits."""
        return self.filter(code__in={code[:5] for code in codes})

    def by_earnings(self) -> Self:
        return self.order_by(models.F("earnings_after_four_years").desc(nulls_last=True), "school", "code", "level")


class ProgramOutcome(Released):
    """Completions of a school's program, and graduates' earnings and debt."""

    class Level(models.TextChoices):
        CERTIFICATE = "certificate", "Undergraduate certificate or diploma"
        ASSOCIATE = "associate", "Associate’s degree"
        BACHELOR = "bachelor", "Bachelor’s degree"
        POST_BACHELOR = "post-bachelor", "Certificate after a bachelor’s degree"
        MASTER = "master", "Master’s degree"
        DOCTOR = "doctor", "Doctor’s degree"
        FIRST_PROFESSIONAL = "first-professional", "First professional degree"
        GRADUATE_CERTIFICATE = "graduate-certificate", "Graduate or professional certificate"
        NONE = "none", "No credential"

    FIGURES = ("completers", "earnings_after_one_year", "earnings_after_four_years", "debt")

    unit_id = models.PositiveIntegerField(help_text="The number of the institution in IPEDS: 100654.")
    school = models.CharField(max_length=150, help_text="The institution’s name in the release.")
    code = models.CharField(max_length=5, help_text="The field of study, four digits of CIP: “51.07”.")
    title = models.CharField(max_length=150, help_text="What the field of study is called.")
    level = models.CharField(max_length=20, choices=Level, help_text="The credential that the program ends with.")
    completers = models.PositiveIntegerField(
        null=True, blank=True, help_text="Awards in the years whose graduates were looked at."
    )
    earnings_after_one_year = models.PositiveIntegerField(
        null=True, blank=True, help_text="The median of those who work and do not study, a year, one year after."
    )
    earnings_after_four_years = models.PositiveIntegerField(
        null=True, blank=True, help_text="The same four years after."
    )
    debt = models.PositiveIntegerField(
        null=True, blank=True, help_text="The median of federal loans of those who completed and borrowed."
    )
    currency = models.CharField(max_length=3, help_text="ISO 4217, of earnings and debt: “USD”.")
    marks = models.JSONField(
        default=dict, blank=True, help_text="Why a figure is missing: {“debt”: {“suppressed”: true}}."
    )

    objects = ProgramOutcomeQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["unit_id", "code", "level"]
        constraints = [
            models.UniqueConstraint(
                name="program_outcome_once_per_release",
                fields=["release", "unit_id", "code", "level"],
                violation_error_message="The release says this of the program already.",
            ),
        ]
        indexes = [models.Index(name="program_outcome_by_field", fields=["code", "level"])]

    def __str__(self) -> str:
        return f"{self.school}: {self.title}, {self.get_level_display()}"

    def clean(self) -> None:
        super().clean()
        try:
            validate_marks(self.marks, self.FIGURES)
        except ValidationError as problem:
            raise ValidationError({"marks": problem.messages}) from problem
