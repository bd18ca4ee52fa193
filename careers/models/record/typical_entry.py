from django.db import models

from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class TypicalEntry(Released):
    """Typical education, experience and training to enter an occupation, from the projections."""

    EDUCATION = (
        ("none", "No formal educational credential"),
        ("high-school", "High school diploma or equivalent"),
        ("some-college", "Some college, no degree"),
        ("certificate", "Postsecondary nondegree award"),
        ("associate", "Associate's degree"),
        ("bachelor", "Bachelor's degree"),
        ("master", "Master's degree"),
        ("doctoral", "Doctoral or professional degree"),
    )
    """The publisher's words for education, from the least to the most, each with a short name."""

    occupation = of_occupation("typical_entries")
    education = models.CharField(max_length=80, blank=True, help_text="“Postsecondary nondegree award”.")
    experience = models.CharField(max_length=80, blank=True, help_text="In a related occupation: “Less than 5 years”.")
    training = models.CharField(max_length=80, blank=True, help_text="On the job: “Short-term on-the-job training”.")

    objects = OfOccupationQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name_plural = "typical entries"
        constraints = [
            models.UniqueConstraint(
                name="typical_entry_once_per_occupation",
                fields=["release", "occupation"],
                violation_error_message="The release says this of the occupation already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.education}"
