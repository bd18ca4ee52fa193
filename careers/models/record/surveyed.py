from django.db import models

from facts.marks import Mark


class Surveyed(models.Model):
    """Sample size, error, date and respondents of a survey's figure."""

    n = models.PositiveIntegerField(
        "answers", null=True, blank=True, help_text="How many people it was worked out from."
    )
    standard_error = models.DecimalField(
        max_digits=8, decimal_places=4, null=True, blank=True, help_text="In the figure’s own unit."
    )
    lower = models.DecimalField(
        "lower bound",
        max_digits=8,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Of the 95% confidence interval.",
    )
    upper = models.DecimalField(
        "upper bound",
        max_digits=8,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Of the 95% confidence interval.",
    )
    recommend_suppress = models.BooleanField(
        null=True, blank=True, help_text="The publisher advises against relying on it; unknown where it does not say."
    )
    dated = models.DateField(
        null=True, blank=True, help_text="First day of the month in which the publisher last brought it up to date."
    )
    domain_source = models.CharField(
        max_length=30, blank=True, help_text="Who gave it: “Incumbent”, “Occupational Expert”, “Analyst”."
    )

    class Meta:
        abstract = True

    def missing(self, *fields: str) -> dict:
        """Marks of those of the fields that the publisher leaves empty."""
        return {name: {Mark.NOT_PUBLISHED.value: True} for name in fields if getattr(self, name) is None}
