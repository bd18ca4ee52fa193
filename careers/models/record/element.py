from django.db import models

from facts.models import Released


class Element(Released):
    """Something that occupations are rated on: a skill, a kind of knowledge, an interest, a work style."""

    code = models.CharField(max_length=60, help_text="In the publisher’s content model: “2.A.1.a”.")
    name = models.CharField(max_length=150, help_text="“Reading Comprehension”.")
    description = models.TextField(blank=True, help_text="What the publisher means by it.")

    class Meta(Released.Meta):
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                name="element_code_once_per_release",
                fields=["release", "code"],
                violation_error_message="The release has an element of this code already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
