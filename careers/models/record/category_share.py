from typing import Self

from django.db import models

from careers.models.record.element import Element
from careers.models.record.element_category import ElementCategory
from careers.models.record.explained import explained
from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from careers.models.record.surveyed import Surveyed
from facts.models import Released


class CategoryShareQuerySet(OfOccupationQuerySet):
    def with_words(self) -> Self:
        same = {name: name for name in ("element_code", "scale_code", "number")}
        return (
            super()
            .with_words()
            .annotate(
                element_name=explained(Element, "name", code="element_code"),
                answer=explained(ElementCategory, "description", **same),
            )
        )

    def of_element(self, code: str) -> Self:
        return self.filter(element_code=code).order_by("number")

    def education(self) -> Self:
        return self.of_element(CategoryShare.EDUCATION)

    def experience(self) -> Self:
        return self.of_element(CategoryShare.EXPERIENCE)

    def training(self) -> Self:
        return self.of_element(CategoryShare.TRAINING)


class CategoryShare(Released, Surveyed):
    """Share of respondents for an occupation who chose a category of an element."""

    # Elements of the content model, unchanged since O*NET began.
    EDUCATION, EXPERIENCE, PLANT_TRAINING, TRAINING = "2.D.1", "3.A.1", "3.A.2", "3.A.3"

    occupation = of_occupation("shares")
    element_code = models.CharField(max_length=60, help_text="What people were asked about: “2.D.1”.")
    scale_code = models.CharField(max_length=5, help_text="The list of answers: “RL”.")
    number = models.PositiveSmallIntegerField(help_text="Which of the answers, counted from 1.")
    percent = models.DecimalField(max_digits=5, decimal_places=2, help_text="Of those asked, in percent.")

    objects = CategoryShareQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="share_once_per_category",
                fields=["release", "occupation", "element_code", "scale_code", "number"],
                violation_error_message="The release has the occupation’s share of this category already.",
            ),
            models.CheckConstraint(
                name="share_is_a_percentage",
                condition=models.Q(percent__gte=0, percent__lte=100),
                violation_error_message="A share is from 0 to 100 percent.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.element_code} {self.number}, {self.percent}%"
