from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from facts.addresses import address_of
from facts.figure import Named
from facts.models.conditions import both_or_neither_in_order
from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager
from facts.models.source import Source

NEWEST_FIRST = ("-period_end", "-published_on", "slug")


class ReleaseQuerySet(models.QuerySet):
    def ready(self) -> Self:
        return self.filter(state=Release.State.READY)

    def known(self) -> Self:
        """Ready or withdrawn."""
        return self.filter(state__in=Release.KNOWN)

    def current(self) -> Self:
        """Ready, and no fuller release of the same series is newer here; what measures no period is always current."""
        return self.ready().exclude(_newer())

    def superseded(self, today: date) -> Self:
        """Current here, although the next one should be out."""
        return self.current().filter(next_due__lt=today)

    def with_standing(self, today: date) -> Self:
        """With `is_current`: whether it is ready, the newest of its series here, and the next one not yet due."""
        past = Q(next_due__isnull=False, next_due__lt=today)
        current = Q(state=Release.State.READY) & ~Q(_newer()) & ~past
        return self.annotate(is_current=ExpressionWrapper(current, output_field=models.BooleanField()))

    def newest_first(self) -> Self:
        return self.order_by(*NEWEST_FIRST)


def _newer() -> Exists:
    same = Release.objects.ready().filter(source=OuterRef("source"), series=OuterRef("series"), is_partial=False)
    later = Q(period_end__gt=OuterRef("period_end"))
    later |= Q(period_end=None, published_on__gt=OuterRef("published_on"))
    return Exists(same.filter(later))


class Release(Curated):
    class State(models.TextChoices):
        IMPORTING = "importing", "importing"
        READY = "ready", "ready"
        WITHDRAWN = "withdrawn", "withdrawn"
        REPLACED = "replaced", "replaced"

    KNOWN = (State.READY, State.WITHDRAWN)
    natural_key_fields = ("source__slug", "slug")

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="releases", help_text="Who published it.")
    slug = models.SlugField(max_length=80, help_text="The name in addresses, unique within the source: “may-2024”.")
    label = models.CharField(max_length=80, help_text="What the publisher calls it: “May 2024”.")
    series = models.CharField(
        max_length=40,
        blank=True,
        editable=False,
        help_text="What of its source it is a release of, where that has several: “tuition”.",
    )
    period_start = models.DateField(null=True, blank=True, help_text="First day of the period measured.")
    period_end = models.DateField(null=True, blank=True, help_text="Last day of the period measured.")
    published_on = models.DateField(null=True, blank=True, help_text="The day the publisher released it, if known.")
    next_due = models.DateField(
        null=True,
        blank=True,
        help_text="The day by which the next release should be out, by how often the source appears.",
    )
    sha256 = models.CharField(
        "SHA-256",
        max_length=64,
        blank=True,
        help_text="Of the publisher’s file (the first one of several), as hexadecimal.",
    )
    state = models.CharField(
        max_length=10,
        choices=State,
        default=State.IMPORTING,
        help_text="Readers only ever see releases that are ready.",
    )
    is_partial = models.BooleanField(
        default=False, editable=False, help_text="Whether it was imported although it covers less than the one before."
    )
    withdrawn_because = models.TextField(blank=True, help_text="Why it was withdrawn; shown on its page.")
    # rows that are read with their release leave it there: it is long, and would be taken apart anew for each of them
    report = models.JSONField(
        default=dict, blank=True, editable=False, help_text="What the imports of its files read, made and rejected."
    )
    attribution = models.CharField(
        max_length=500, blank=True, help_text="The line that the license asks for, where it names the vintage."
    )
    note = models.TextField(blank=True, help_text="What a reader should know of this vintage (Markdown).")

    objects = NaturalKeyManager.from_queryset(ReleaseQuerySet)()

    class Meta:
        ordering = ["source", "-period_end", "slug"]
        default_permissions = ("view", "change")  # imports make them
        constraints = [
            models.UniqueConstraint(
                name="release_slug_once_per_source",
                fields=["source", "slug"],
                violation_error_message="The source has a release of this name already.",
            ),
            models.CheckConstraint(
                name="release_period_in_order",
                condition=both_or_neither_in_order("period_start", "period_end"),
                violation_error_message="The period measured has a first day and a last day that is no earlier.",
            ),
            models.CheckConstraint(
                name="release_withdrawn_with_reason",
                condition=~models.Q(state="withdrawn") | ~models.Q(withdrawn_because=""),
                violation_error_message="Say why the release is withdrawn; its page shows the reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.publisher}, {self.label}"

    @property
    def named(self) -> Named:
        return Named(self.slug, self.label, self.get_absolute_url())

    @property
    def credit(self) -> str:
        """The line the license requires."""
        return self.attribution or self.source.attribution

    def get_absolute_url(self) -> str:
        return address_of("release", self.source.slug, self.slug)
