from collections.abc import Collection, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models import Q

from explore.claim_document import read_figures, write_figures
from explore.disagreements import Disagreement
from facts.measures import Quantity


class FoundDisagreementQuerySet(models.QuerySet):
    def of_careers(self, slugs: Collection[str]) -> Self:
        """With a figure of one of these careers."""
        named = (Q(careers__contains=f" {slug} ") for slug in slugs)
        return self.filter(reduce(or_, named, Q(pk__in=())))

    def in_order(self) -> Self:
        return self.order_by("kind_order", "row", "key")


class FoundDisagreement(models.Model):
    """Figures of guides that answer one question differently. Computed, and brought up to date by each edition."""

    key = models.TextField(unique=True, help_text="The addresses of its figures, joined by “+”.")
    subject_code = models.CharField(max_length=250, db_index=True, help_text="What the figures are about.")
    subject_name = models.CharField(max_length=250, help_text="What that is called.")
    careers = models.TextField(help_text="The careers whose guides give the figures, with spaces between and around.")
    quantity = models.CharField(max_length=20, choices=Quantity, help_text="What the figures measure.")
    is_within_one_source = models.BooleanField(help_text="Whether one source contradicts itself.")
    kind_order = models.PositiveSmallIntegerField(help_text="The place of the kind of its first statement.")
    row = models.BigIntegerField(help_text="The number of its first statement.")
    figures = models.TextField(help_text="The figures, as JSON.")

    objects = FoundDisagreementQuerySet.as_manager()

    class Meta:
        ordering = ["kind_order", "row", "key"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.key

    @classmethod
    def of(cls, disagreement: Disagreement, *, careers: Sequence[str], place: tuple[int, int]) -> "FoundDisagreement":
        kind_order, row = place
        return cls(
            key=disagreement.key,
            subject_code=disagreement.subject.code,
            subject_name=disagreement.subject.name,
            careers=f" {' '.join(careers)} ",
            quantity=disagreement.quantity,
            is_within_one_source=disagreement.is_within_one_source,
            kind_order=kind_order,
            row=row,
            figures=write_figures(disagreement.figures),
        )

    @cached_property
    def disagreement(self) -> Disagreement:
        return Disagreement(read_figures(self.figures))
