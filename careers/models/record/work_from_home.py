from typing import Self

from django.db import models

from careers.models.occupation import Occupation
from careers.models.record.of_job import OfJobQuerySet
from careers.models.record.of_occupation import of_occupation
from careers.models.record.study_score import StudyScore
from facts.measures import Measure, Quantity
from facts.units import Unit


class WorkFromHomeQuerySet(OfJobQuerySet):
    def with_words(self) -> Self:
        return super().with_words().select_related("release__source", "occupation__parent")

    def possible(self) -> Self:
        return self.filter(value=1)


class WorkFromHome(StudyScore):
    """Whether an occupation's work can be done at home, as a study judges; not how many people do."""

    SOURCE, AUTHORS, SCHEME = "work-from-home", "Dingel and Neiman", Occupation.Scheme.ONET_SOC_2010
    FIGURE = Quantity.WORK_FROM_HOME, Measure.SHARE, Unit("share")
    label = "Can be done at home (1 yes, 0 no)"

    occupation = of_occupation("work_from_home")
    value = models.DecimalField(
        max_digits=8, decimal_places=6, help_text="1 where all of it can be done at home, 0 where it cannot."
    )
    as_printed = models.CharField(max_length=25, help_text="As the study’s file prints it.")

    objects = WorkFromHomeQuerySet.as_manager()

    class Meta(StudyScore.Meta):
        verbose_name_plural = "work from home"
        constraints = [
            models.UniqueConstraint(
                name="work_from_home_once_per_occupation",
                fields=["release", "occupation"],
                violation_error_message="The release says this of the occupation already.",
            ),
            models.CheckConstraint(
                name="work_from_home_is_a_share",
                condition=models.Q(value__gte=0, value__lte=1),
                violation_error_message="It is between 0 and 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.as_printed}"

    @property
    def key(self) -> str:
        """ "work-from-home/2020/29-2071.00"."""
        return f"{self.release.source.slug}/{self.release.slug}/{self.occupation.code}"

    def get_absolute_url(self) -> str:
        return f"{self.occupation.job.get_absolute_url()}#remote"

    @property
    def marks(self) -> dict:
        return {}
