from collections.abc import Iterable
from typing import Self

from django.db import models

from careers.exposure_studies import ExposureMeasure, ExposureStudy, study_of
from careers.models.record.of_job import OfJobQuerySet
from careers.models.record.of_occupation import of_occupation
from careers.models.record.study_score import StudyScore
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.units import Unit

PLACES = 12
"""Decimal places by which values are compared: what differs beyond them only comes from binary fractions."""


class ExposureQuerySet(OfJobQuerySet):
    def of_measure(self, measure: str, variant: str) -> Self:
        return self.filter(measure=measure, variant=variant)

    def of_measures(self, keys: Iterable[tuple[str, str]]) -> Self:
        each = [models.Q(measure=measure, variant=variant) for measure, variant in keys]
        return self.filter(models.Q(*each, _connector=models.Q.OR)).with_words()

    def with_words(self) -> Self:
        """One query with all related rows."""
        return super().with_words().select_related("release__source", "occupation__parent")

    def newest_first(self) -> Self:
        """By study and measure."""
        return self.order_by("release__source__slug", "-release__slug", "measure", "variant", "occupation__code")


class Exposure(StudyScore):
    """Exposure of an occupation to AI by one measure of one study; no forecast of jobs."""

    FIGURE = Quantity.AI_EXPOSURE, Measure.SCORE, Unit("score")

    occupation = of_occupation("exposures")
    measure = models.CharField(max_length=40, help_text="The study’s measure: “beta”.")
    variant = models.CharField(
        max_length=10,
        help_text="Who rated (“people”, “model”, “survey”), or which side of talks it is about (“user”, “ai”, “both”).",
    )
    value = models.DecimalField(
        max_digits=PLACES + 3, decimal_places=PLACES, help_text="On the measure’s own scale, to twelve decimal places."
    )
    as_printed = models.CharField(max_length=25, help_text="As the study’s file prints it.")
    percentile = models.DecimalField(
        max_digits=7,
        decimal_places=4,
        help_text="Our calculation: percent of the occupations the study rates that are lower, plus half of the ties.",
    )

    objects = ExposureQuerySet.as_manager()

    class Meta(StudyScore.Meta):
        constraints = [
            models.UniqueConstraint(
                name="exposure_once_per_measure",
                fields=["release", "occupation", "measure", "variant"],
                violation_error_message="The release has this measure of the occupation already.",
            ),
            models.CheckConstraint(
                name="exposure_percentile_is_one",
                condition=models.Q(percentile__gt=0, percentile__lt=100),
                violation_error_message="A percentile is between 0 and 100.",
            ),
            models.CheckConstraint(
                name="exposure_as_printed",
                condition=~models.Q(as_printed=""),
                violation_error_message="Say how the study prints the value.",
            ),
        ]
        indexes = [models.Index(name="exposure_by_measure", fields=["measure", "variant", "percentile"])]

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.measure} {self.as_printed}"

    @property
    def study(self) -> ExposureStudy:
        return study_of(self.release.source.slug)

    @property
    def measured(self) -> ExposureMeasure:
        return self.study.measure(self.measure, self.variant)

    @property
    def key(self) -> str:
        """ "exposure-gpts/2023/29-2072.00/beta/people"."""
        release = self.release
        return "/".join((release.source.slug, release.slug, self.occupation.code, self.measure, self.variant))

    def get_absolute_url(self) -> str:
        return f"{self.occupation.job.get_absolute_url()}#ai"

    @property
    def title(self) -> str:
        """ "Beta, rated by people"."""
        return self.measured.title

    @property
    def label(self) -> str:
        return self.title

    @property
    def scale(self) -> str:
        """ "a share of tasks, from 0 to 1"."""
        return self.measured.scale

    @property
    def marks(self) -> dict:
        """The percentile is computed here."""
        return {"percentile": {Mark.COMPUTED: True}}
