from collections.abc import Collection, Mapping
from typing import Self

from django.db import models
from django.db.models import Sum

from explore.fact_check_verdict import FactCheckVerdict


class ClaimTotalQuerySet(models.QuerySet):
    def of_claims(self) -> Self:
        return self.filter(code="")

    def by_group(self, narrowed: Mapping[str, Collection[str]]) -> models.QuerySet:
        """Code, title and number of claims, the most first."""
        wanted = {f"{name}__in": codes for name, codes in narrowed.items()}
        groups = self.exclude(code="").filter(**wanted).values_list("code", "title")
        return groups.annotate(count=Sum("claims")).order_by("-count", "code")


class ClaimTotal(models.Model):
    """How many claims there are of a kind. Computed, and brought up to date by each edition.

    With a `code`, only those of careers that are counted in that group.
    """

    publisher = models.CharField(max_length=120, help_text="Who publishes the guides.")
    verdict = models.CharField(max_length=20, choices=FactCheckVerdict, help_text="What the record makes of them.")
    quantity = models.CharField(max_length=20, help_text="What they are about.")
    code = models.CharField(max_length=120, blank=True, help_text="The group’s code; blank for all claims.")
    title = models.CharField(max_length=250, blank=True, help_text="The group’s title.")
    claims = models.PositiveIntegerField(help_text="How many.")

    objects = ClaimTotalQuerySet.as_manager()

    class Meta:
        ordering = ["publisher", "verdict", "quantity", "code", "title"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="claim_total_once",
                fields=["code", "title", "publisher", "verdict", "quantity"],
                violation_error_message="These claims are counted already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}, {self.quantity}, {self.verdict} {self.code}".rstrip()
