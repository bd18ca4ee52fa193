from django.db import models


class FoundRankDisagreement(models.Model):
    """Two measures that order the same jobs differently. Computed."""

    key = models.CharField(max_length=250, unique=True, help_text="The two measures, joined by “+”.")
    position = models.PositiveSmallIntegerField(help_text="Its place in the list: the least alike first.")
    jobs = models.PositiveIntegerField(help_text="How many jobs both rate.")
    correlation = models.FloatField(
        null=True, blank=True, help_text="Spearman’s rank correlation; blank where one rates all alike."
    )
    widest = models.TextField(help_text="The jobs that differ most, as JSON: a job’s number and its two percentiles.")

    class Meta:
        ordering = ["position"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.key
