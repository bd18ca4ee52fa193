from django.db import models

from careers.models.guide_part import GuidePart
from facts.models import Industry


class Employer(GuidePart):
    """What a source says of an industry as an employer of the career."""

    class Says(models.TextChoices):
        MOST_JOBS = "most_jobs", "employs the most"
        HIGHEST_PAY = "highest_pay", "pays the most"
        ALSO = "also", "employs as well"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="employers", help_text="The career that it employs."
    )
    industry = models.ForeignKey(
        Industry,
        on_delete=models.PROTECT,
        related_name="employers",
        help_text="The industry; add it under Industries first.",
    )
    says = models.CharField(
        "employs or pays", max_length=20, choices=Says, help_text="What the source says the industry stands out for."
    )
    attributed_to = models.CharField(
        "credited to", max_length=120, blank=True, help_text="Whom the source itself credits, if anyone."
    )
    note = models.CharField(max_length=300, blank=True, help_text="What a reader should know of it, in our own words.")

    class Meta(GuidePart.Meta):
        pass

    def __str__(self):
        return f"{self.industry} {self.get_says_display()}"
