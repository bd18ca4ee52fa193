from django.db import models

from facts.models import Released


class ElementCategory(Released):
    """One of the answers that people could choose for an element: “Bachelor’s Degree” for the level of education."""

    element_code = models.CharField(max_length=60, help_text="What people were asked about: “2.D.1”.")
    scale_code = models.CharField(max_length=5, help_text="The list of answers: “RL”.")
    number = models.PositiveSmallIntegerField(help_text="Its place among the answers, counted from 1.")
    description = models.CharField(max_length=400, help_text="The answer in the publisher’s words.")

    class Meta(Released.Meta):
        ordering = ["element_code", "scale_code", "number"]
        verbose_name_plural = "element categories"
        constraints = [
            models.UniqueConstraint(
                name="category_once_per_element_and_scale",
                fields=["release", "element_code", "scale_code", "number"],
                violation_error_message="The release has this category of the element already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element_code} {self.number}: {self.description}"
