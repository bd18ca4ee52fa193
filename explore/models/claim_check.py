from functools import cached_property
from typing import Self

from django.db import models

from careers.models import OccupationMatch
from explore.claims import Claim
from explore.fact_check_verdict import WORST_FIRST, FactCheckVerdict
from explore.fact_checks import FactCheck
from explore.models.checked_claim import CheckedClaim


class ClaimCheckQuerySet(models.QuerySet):
    def of_figures(self) -> Self:
        """Their addresses name the figure; that of a requirement is its key."""
        return self.filter(claim__address__contains="#")

    def worst_first(self) -> Self:
        return self.order_by("severity", "-share_off", "claim_id", "position")


class ClaimCheck(models.Model):
    """One claim beside one group that its career is tied to."""

    claim = models.ForeignKey(
        CheckedClaim, on_delete=models.CASCADE, to_field="address", related_name="groups", help_text="The claim."
    )
    position = models.PositiveSmallIntegerField(help_text="The first is the one shown first.")
    code = models.CharField(max_length=120, help_text="The group’s code.")
    title = models.CharField(max_length=250, help_text="The group’s title.")
    match = models.CharField(max_length=10, choices=OccupationMatch.Match, help_text="How the career is tied to it.")
    is_counted = models.BooleanField(help_text="Whether statistics count the career in it.")
    verdict = models.CharField(max_length=20, choices=FactCheckVerdict, help_text="What its record makes of the claim.")
    severity = models.PositiveSmallIntegerField(help_text="The place of the verdict, the worst first.")
    share_off = models.FloatField(help_text="The difference as a share of the official figure.")

    objects = ClaimCheckQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "position"]
        default_permissions = ("view",)
        indexes = [
            models.Index(name="check_worst_first", fields=["severity", "-share_off"]),
            models.Index(name="check_counts", fields=["code", "title", "is_counted"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="claim_check_once_per_group",
                fields=["claim", "position"],
                violation_error_message="The claim has a check at this place already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}@{self.code}"

    @classmethod
    def all_of(cls, claim: Claim) -> "list[ClaimCheck]":
        checks = {id(check.match): check for check in (*claim.checks, *claim.near)}
        return [
            cls._of(claim, position, match, checks.get(id(match))) for position, match in enumerate(claim.matches, 1)
        ]

    @classmethod
    def _of(cls, claim: Claim, position: int, match: OccupationMatch, check: FactCheck | None) -> "ClaimCheck":
        verdict = check.verdict if check else claim.verdict
        return cls(
            claim_id=claim.key,
            position=position,
            code=match.occupation.code,
            title=match.occupation.title,
            match=match.match,
            is_counted=match.is_counted,
            verdict=verdict,
            severity=WORST_FIRST.index(verdict),
            share_off=float(check.share_off) if check else 0,
        )

    @cached_property
    def fact_check(self) -> FactCheck:
        claim = self.claim.claim
        return next(check for check in (*claim.checks, *claim.near) if check.match is claim.matches[self.position - 1])
