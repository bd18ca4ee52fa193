from collections.abc import Collection
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models

from facts.addresses import address_of
from facts.figure import CLAIM, RECORD, Figure, Named
from facts.kinds import kinds
from facts.marks import Mark, validate_marks
from facts.models.conditions import both_or_neither_in_order
from facts.models.sourced import Sourced
from facts.periods import Period, old_before


class StatementQuerySet(models.QuerySet):
    def published(self) -> Self:
        """All, except those with an unready release."""
        return self.all()

    def with_words(self) -> Self:
        """With related rows for the figures' words, in one query."""
        return self.select_related(*(field.name for field in self.model._meta.concrete_fields if field.is_relation))

    def for_career(self, career: models.Model) -> Self:
        return self.for_careers([career])

    def for_careers(self, careers: Collection[models.Model | int]) -> Self:
        """In the order of each career's sources."""
        return self.filter(career__in=careers).order_by("source", "pk")

    def standing(self) -> Self:
        """Not marked as outdated or wrong."""
        return self.exclude(rank=Statement.Rank.DEPRECATED)

    def grown_old(self, today: date) -> Self:
        return self.standing().filter(reference_end__lte=old_before(today))

    def ended_before(self, day: date) -> Self:
        return self.filter(reference_end__lt=day)

    def without_our_word(self) -> Self:
        """Without an editor's note or status."""
        return self.filter(note="", rank=Statement.Rank.NORMAL)


class Statement(Sourced):
    """Shares one attribution and period."""

    class Rank(models.TextChoices):
        PREFERRED = "preferred", "preferred"
        NORMAL = "normal", "normal"
        DEPRECATED = "deprecated", "deprecated"

    #: The names of the figures' fields, which may carry marks; each statement names its own.
    figure_fields: tuple[str, ...] = ()
    #: What stands at the head of its item in a guide file.
    guide_line = "{as_printed}"
    #: Set on a row whose key is known to be no other statement's, so that `clean()` need not ask.
    key_is_free = False

    attributed_to = models.CharField(
        "credited to",
        max_length=120,
        blank=True,
        help_text="Whom the source itself credits: “BLS”. Blank where it credits nobody.",
    )
    as_printed = models.CharField(
        max_length=200, help_text="The figures’ characters just as they stand: “$30k - $70k+ USD”. Never a sentence."
    )
    reference_start = models.DateField(
        "measured from", null=True, blank=True, help_text="First day measured; blank where not stated."
    )
    reference_end = models.DateField(
        "measured until", null=True, blank=True, help_text="Last day measured; blank where not stated."
    )
    population = models.CharField(
        max_length=200,
        blank=True,
        help_text="Whom it counted, as the source has it: “entry level”. Blank means everyone.",
    )
    rank = models.CharField(
        "status",
        max_length=10,
        choices=Rank,
        default=Rank.NORMAL,
        help_text="Preferred is shown first, deprecated last and struck out.",
    )
    rank_reason = models.CharField(
        "reason for the status", max_length=300, blank=True, help_text="Why it is preferred or deprecated."
    )
    note = models.TextField(blank=True, help_text="What a reader should know of it, in our own words (Markdown).")
    marks = models.JSONField(
        default=dict, blank=True, help_text="What is special about a field: {“high”: {“open_ended”: true}}."
    )

    class Meta:
        abstract = True
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_has_as_printed",
                condition=~models.Q(as_printed=""),
                violation_error_message="Give the figures’ characters just as they are printed.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_period_in_order",
                condition=both_or_neither_in_order("reference_start", "reference_end"),
                violation_error_message="A period has a first day and a last day that is no earlier.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_rank_with_reason",
                condition=models.Q(rank="normal") | ~models.Q(rank_reason=""),
                violation_error_message="Say why the statement is preferred or deprecated.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_printed} ({self.source.publisher})"

    def get_absolute_url(self) -> str:
        return address_of("statement", self.key)

    def clean(self) -> None:
        """Reject marks on non-figure fields and duplicate keys."""
        super().clean()
        try:
            validate_marks(self.marks, self.figure_fields)
        except ValidationError as problem:
            raise ValidationError({"marks": problem.messages}) from problem
        if not self.key_is_free:
            self.clean_key()

    def clean_key(self) -> None:
        if any(model._default_manager.filter(key=self.key).exists() for model in _others(type(self))):
            raise ValidationError({"key": "Another statement has this key; it is the address of both."})

    def figures(self) -> list[Figure]:
        raise NotImplementedError

    def figure(self, field: str) -> Figure | None:
        return next((figure for figure in self.figures() if figure.field == field), None)

    @property
    def period(self) -> Period:
        return Period(self.reference_start, self.reference_end)

    def marks_of(self, *fields: str) -> frozenset[Mark]:
        return frozenset(Mark(mark) for name in fields for mark in self.marks.get(name, ()))

    def provenance(self) -> dict:
        return {
            "key": self.key,
            "source": Named(self.source.slug, self.source.title, self.source.get_absolute_url()),
            "publisher": self.source.publisher,
            "standing": RECORD if self.source.is_official else CLAIM,
            "population": self.population,
            "period": self.period,
            "attributed_to": self.attributed_to,
            "as_printed": self.as_printed,
            "locator": self.locator,
            "url": self.get_absolute_url(),
        }


def statement_models() -> list[type[Statement]]:
    return [kind.model for kind in kinds() if issubclass(kind.model, Statement)]


def _others(model: type[Statement]) -> list[type[Statement]]:
    return [other for other in statement_models() if other is not model]
