from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import Self

from django.db import models
from django.db.models import Q

from explore.claim_document import read_claim, write_claim
from explore.claims import Claim
from explore.fact_check_verdict import CHECKED, WORST_FIRST, FactCheckVerdict
from facts.figure import Named
from facts.models import Release
from facts.periods import OLD_AFTER_YEARS

NAMES_NEAREST = tuple(sorted(CHECKED - {FactCheckVerdict.AGREES}))
"""Verdicts beside which the nearest figure of any release is named."""


def severities(verdicts: Collection[str]) -> list[int]:
    return [WORST_FIRST.index(FactCheckVerdict(verdict)) for verdict in verdicts]


class CheckedClaimQuerySet(models.QuerySet):
    def worst_first(self) -> Self:
        return self.order_by("severity", "-share_off", "address")

    def closest_first(self) -> Self:
        """Often a wrong digit or year."""
        return self.order_by("share_off", "address")

    def with_verdicts(self, verdicts: Collection[str]) -> Self:
        """By the column that lists are ordered by."""
        return self.filter(severity__in=severities(verdicts))

    def counted_in(self, codes: Collection[str]) -> Self:
        """Of careers that statistics count in one of these groups."""
        counted = self.model._default_manager.filter(groups__code__in=codes, groups__is_counted=True)
        return self.filter(pk__in=counted.order_by().values("pk"))

    def touched_by(self, release: Release) -> Self:
        """Those to which figures of the release may make a difference."""
        is_for_its_time = Q(period_start__lte=release.period_start, period_end__gte=release.period_end)
        is_undated, is_compared = Q(period_start__isnull=True), Q(verdict__in=NAMES_NEAREST)
        is_open = Q(verdict=FactCheckVerdict.NOT_CHECKABLE, is_by_industry=False)
        touched = is_undated | is_compared | is_open
        if release.period_end:
            old_before = date(release.period_end.year - OLD_AFTER_YEARS + 1, 1, 1)
            touched |= is_for_its_time | Q(period_end__lt=old_before)
        return self.filter(touched, official_publisher=release.source.publisher)


class CheckedClaim(models.Model):
    """What official figures make of one claim of a guide. Computed, and brought up to date by each edition.

    The columns are for lists; everything else of the claim is in `document`.
    """

    address = models.CharField(
        max_length=200, unique=True, help_text="Of the claim’s figure, or the key of its requirement."
    )
    career_slug = models.SlugField(max_length=80, db_index=False, help_text="The career whose guide makes it.")
    career_title = models.CharField(max_length=250, help_text="What the career is called.")
    source_slug = models.SlugField(max_length=80, help_text="The guide.")
    publisher = models.CharField(max_length=120, help_text="Who publishes the guide.")
    official_publisher = models.CharField(max_length=120, db_index=True, help_text="Whom the guide credits.")
    quantity = models.CharField(max_length=20, help_text="What it is about.")
    measure = models.CharField(max_length=20, blank=True, help_text="What it measures; blank for education.")
    period_start = models.DateField(null=True, blank=True, help_text="First day that it is for; blank if not stated.")
    period_end = models.DateField(null=True, blank=True, help_text="Last day that it is for; blank if not stated.")
    is_by_industry = models.BooleanField(default=False, help_text="Whether it is for one industry.")
    verdict = models.CharField(max_length=20, choices=FactCheckVerdict, help_text="That of its worst part.")
    severity = models.PositiveSmallIntegerField(help_text="The place of the verdict, the worst first.")
    share_off = models.FloatField(help_text="The difference as a share of the official figure.")
    document = models.TextField(help_text="The claim with its checks, as JSON.")

    objects = CheckedClaimQuerySet.as_manager()

    class Meta:
        ordering = ["severity", "-share_off", "address"]
        default_permissions = ("view",)
        indexes = [
            models.Index(name="claim_worst_first", fields=["severity", "-share_off", "address"]),
            models.Index(name="claim_by_career", fields=["career_slug"]),
            # Holds all that is counted by: to count need not read the documents.
            models.Index(name="claim_counts", fields=["publisher", "verdict", "quantity", "source_slug"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="checked_claim_share_not_negative",
                condition=Q(share_off__gte=0),
                violation_error_message="A share cannot be below nought.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.get_verdict_display()}"

    @classmethod
    def of(cls, claim: Claim, career: Named, official_publisher: str) -> "CheckedClaim":
        period = claim.figure.period if claim.figure else None
        return cls(
            address=claim.key,
            career_slug=career.code,
            career_title=career.name,
            source_slug=claim.source.code,
            publisher=claim.publisher,
            official_publisher=official_publisher,
            quantity=claim.quantity,
            measure=str(claim.figure.measure) if claim.figure else "",
            period_start=period and period.start,
            period_end=period and period.end,
            is_by_industry=claim.figure is not None and claim.figure.industry is not None,
            verdict=claim.verdict,
            severity=WORST_FIRST.index(claim.verdict),
            share_off=float(claim.share_off),
            document=write_claim(claim),
        )

    @cached_property
    def claim(self) -> Claim:
        return read_claim(self.document)
