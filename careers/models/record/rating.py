from typing import Self

from django.db import models

from careers.models.record.element import Element
from careers.models.record.explained import explained
from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from careers.models.record.scale import Scale
from careers.models.record.surveyed import Surveyed
from facts.models import Released


class RatingQuerySet(OfOccupationQuerySet):
    def with_words(self) -> Self:
        return (
            super()
            .with_words()
            .annotate(
                element_name=explained(Element, "name", code="element_code"),
                scale_name=explained(Scale, "name", code="scale_code"),
                minimum=explained(Scale, "minimum", code="scale_code"),
                maximum=explained(Scale, "maximum", code="scale_code"),
            )
        )

    def under(self, *codes: str) -> Self:
        branches = [models.Q(element_code=code) | models.Q(element_code__startswith=f"{code}.") for code in codes]
        return self.filter(models.Q(*branches, _connector=models.Q.OR))

    def skills(self) -> Self:
        return self.under(*Rating.SKILLS)

    def projected_skills(self) -> Self:
        return self.under(Rating.PROJECTED_SKILLS).order_by("-value", "element_code")

    def knowledge(self) -> Self:
        return self.under(Rating.KNOWLEDGE)

    def work_styles(self) -> Self:
        return self.under(Rating.WORK_STYLES)

    def abilities(self) -> Self:
        return self.under(Rating.ABILITIES)

    def interests(self) -> Self:
        """The six RIASEC interests, best fit first."""
        return self.under(Rating.INTERESTS).on_scale(Scale.INTEREST).order_by("-value", "element_code")

    def on_scale(self, code: str) -> Self:
        return self.filter(scale_code=code)

    def by_importance(self) -> Self:
        return self.on_scale(Scale.IMPORTANCE).order_by("-value", "element_code")

    def by_level(self) -> Self:
        return self.on_scale(Scale.LEVEL).order_by("-value", "element_code")

    def relied_on(self) -> Self:
        """Without those that the publisher advises against, or calls not relevant."""
        return self.exclude(recommend_suppress=True).exclude(not_relevant=True)

    def first_interests(self) -> Self:
        """One row an occupation; values count interests from 1."""
        return self.filter(element_code=Rating.FIRST_INTEREST, scale_code=Scale.INTEREST_HIGH_POINT)


class Rating(Released, Surveyed):
    """How an occupation is rated for one element on one scale."""

    # Branches of the content model, unchanged since O*NET began.
    ABILITIES, WORK_STYLES, SKILLS, KNOWLEDGE = "1.A", "1.C", ("2.A", "2.B"), "2.C"
    INTERESTS, WORK_VALUES = "1.B.1", "1.B.2"
    FIRST_INTEREST = "1.B.1.g"
    PROJECTED_SKILLS = "EP"  # a branch of ours, for the skills of the Employment Projections, which have no codes

    occupation = of_occupation("ratings")
    element_code = models.CharField(max_length=60, help_text="What is rated: “2.A.1.a”.")
    scale_code = models.CharField(max_length=5, help_text="What it is measured on: “IM”.")
    value = models.DecimalField(max_digits=6, decimal_places=2, help_text="The mean of the answers, on the scale.")
    not_relevant = models.BooleanField(
        null=True, blank=True, help_text="The publisher calls it not relevant here: most found it not important."
    )

    objects = RatingQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="rating_once_per_element_and_scale",
                fields=["release", "occupation", "element_code", "scale_code"],
                violation_error_message="The release rates the occupation for this element on this scale already.",
            ),
        ]
        indexes = [models.Index(name="rating_by_element", fields=["element_code", "scale_code"])]

    @property
    def is_relied_on(self) -> bool:
        """As `relied_on()` has it."""
        return not (self.recommend_suppress or self.not_relevant)

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.element_code} {self.scale_code} {self.value}"
