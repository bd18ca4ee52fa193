from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Self, cast

from django.db import models
from django.utils import timezone
from django.utils.text import slugify

from careers.models.career import Career
from careers.models.occupation import Occupation
from facts.country_names import country_name
from facts.figure import Figure, Named
from facts.measures import Measure, Quantity
from facts.models import Place, Release, Statement
from facts.models.leaving_out import leave_out
from facts.models.natural import NaturalKeyManager
from facts.models.statement import StatementQuerySet
from facts.periods import Period, old_before
from facts.units import Unit


class OutlookQuerySet(StatementQuerySet):
    def published(self) -> Self:
        """Guides' outlooks, and those of ready releases."""
        return self.filter(models.Q(release__isnull=True) | models.Q(release__state=Release.State.READY))

    def with_words(self) -> Self:
        """One query with all related rows."""
        rows = self.select_related("source", "release__source", "career", "occupation", "about", "place")
        return leave_out(rows, "release__report")

    def grown_old(self, today: date) -> Self:
        """Outlooks of guides whose window or reference period has passed."""
        passed = models.Q(end_year__lt=today.year) | models.Q(reference_end__lte=old_before(today))
        return self.standing().filter(passed, release__isnull=True)

    def ended_before(self, day: date) -> Self:
        is_projected = models.Q(start_year__isnull=False, end_year__isnull=False)
        return self.filter(
            is_projected & models.Q(end_year__lt=day.year) | ~is_projected & models.Q(reference_end__lt=day)
        )

    def for_career(self, career: models.Model) -> Self:
        """What sources say of the career itself, as it stands in them."""
        return self.for_careers([career])

    def for_careers(self, careers: Collection[models.Model | int]) -> Self:
        """The same of several careers; those of each are in their order."""
        return self.filter(career__in=careers).order_by("source", "pk")

    def for_occupations(self, occupations: Iterable[models.Model | int]) -> Self:
        """Newest first."""
        return self.filter(occupation__in=occupations).order_by("occupation", "-end_year")


class Outlook(Statement):
    """A projected change in the number of jobs, for a career or an occupation."""

    figure_fields = ("growth_percent", "openings_per_year", "employment_start", "employment_end", "employment_change")

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="outlooks",
        help_text="The career, where a guide speaks of a title.",
    )
    occupation = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="outlooks",
        help_text="The occupation, where the record speaks of a coded group.",
    )
    release = models.ForeignKey(
        Release,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="outlooks",
        help_text="The release, for the record’s own figures.",
    )
    about = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The occupation it speaks of, where a guide to the career tells several apart.",
    )
    group = models.CharField(
        max_length=200, blank=True, help_text="The group it speaks of, as printed, where it is not the whole career."
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outlooks",
        help_text="Where, if a guide speaks of one place; none for the country of its source.",
    )
    growth_percent = models.DecimalField(
        "growth, in percent",
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Over the whole window, in percent.",
    )
    growth_words = models.CharField(
        "growth, in words", max_length=80, blank=True, help_text="“much faster than average”."
    )
    openings_per_year = models.DecimalField(
        "openings a year",
        max_digits=12,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="Jobs falling free a year, growth and replacement.",
    )
    employment_start = models.DecimalField(
        "jobs at the start",
        max_digits=14,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="Jobs at the start of the window.",
    )
    employment_end = models.DecimalField(
        "jobs at the end",
        max_digits=14,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="Jobs at its end, as projected.",
    )
    employment_change = models.DecimalField(
        "change in jobs",
        max_digits=14,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="Jobs gained or, below nought, lost over the window, as projected.",
    )
    start_year = models.PositiveSmallIntegerField(
        "first year", null=True, blank=True, help_text="First year of the window, if stated."
    )
    end_year = models.PositiveSmallIntegerField(
        "last year", null=True, blank=True, help_text="Last year of the window, if stated."
    )
    projected = models.BooleanField(default=True, help_text="A projection rather than something measured.")

    objects = NaturalKeyManager.from_queryset(OutlookQuerySet)()

    class Meta(Statement.Meta):
        ordering = ["pk"]
        indexes = [models.Index(name="outlook_by_release", fields=["release", "occupation"])]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                name="outlook_of_career_or_occupation",
                condition=models.Q(career__isnull=False, occupation__isnull=True)
                | models.Q(career__isnull=True, occupation__isnull=False),
                violation_error_message="An outlook is for a career or for an occupation: give one of the two.",
            ),
            models.CheckConstraint(
                name="outlook_about_a_group_of_a_career",
                condition=models.Q(career__isnull=False) | models.Q(about__isnull=True, group=""),
                violation_error_message="Only a guide to a career speaks of a group within it.",
            ),
            models.CheckConstraint(
                name="outlook_years_in_order",
                condition=models.Q(end_year__gt=models.F("start_year")),
                violation_error_message="The window’s last year must be after its first.",
            ),
            models.CheckConstraint(
                name="outlook_says_something",
                condition=models.Q(growth_percent__isnull=False)
                | models.Q(openings_per_year__isnull=False)
                | models.Q(employment_start__isnull=False)
                | models.Q(employment_change__isnull=False)
                | ~models.Q(growth_words="")
                | ~models.Q(marks={}),
                violation_error_message="Give the growth, the openings or the jobs, or mark what the source withholds.",
            ),
            models.CheckConstraint(
                name="outlook_openings_not_negative",
                condition=models.Q(openings_per_year__gte=0),
                violation_error_message="Openings a year cannot be below nought.",
            ),
            models.CheckConstraint(
                name="outlook_no_more_than_all_jobs_lost",
                condition=models.Q(growth_percent__gte=-100),
                violation_error_message="No more than all jobs can be lost: growth is −100 percent or more.",
            ),
        ]

    def __str__(self) -> str:
        return f"Outlook for {self.subject}: {self.as_printed}"

    @property
    def subject(self) -> Career | Occupation:
        return self.career or cast(Occupation, self.occupation)

    @property
    def _named(self) -> Named:
        if self.about:
            return self.about.named
        return Named(slugify(self.group), self.group) if self.group else self.subject.named

    @property
    def period(self) -> Period:
        """From January 1 of the start year to December 31 of the end year, or the reference period."""
        if self.start_year and self.end_year:
            return Period(date(self.start_year, 1, 1), date(self.end_year, 12, 31))
        return super().period

    @property
    def is_of_a_part(self) -> bool:
        """Whether it speaks of an occupation or a group within the career, and not of all of it."""
        return self.about_id is not None or self.group != ""

    @property
    def is_history(self) -> bool:
        return self.end_year is not None and self.end_year < timezone.now().year

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        return _UNITS.get(field)

    def figures(self) -> list[Figure]:
        """Withheld figures are included."""
        return [self._figure(*row) for row in _ROWS if self._has(row[0])]

    def _has(self, field: str) -> bool:
        in_words = field == "growth_percent" and bool(self.growth_words)
        return getattr(self, field) is not None or field in self.marks or in_words

    @property
    def _place(self) -> Named | None:
        """Projections are national; a guide may name a place."""
        if self.place:
            return self.place.named
        country = self.source.country if self.occupation_id else ""
        return Named(country, country_name(country)) if country else None

    def _figure(self, field: str, quantity: Quantity, measure: Measure, unit: Unit, label: str) -> Figure:
        return Figure(
            **self.provenance(),
            field=field,
            quantity=quantity,
            measure=measure,
            unit=unit,
            label="Number of jobs" if field == "employment_start" and not self.end_year else label,
            wording=self.growth_words if field == "growth_percent" else "",
            value=_decimal(getattr(self, field)),
            marks=self.marks_of(field),
            subject=self._named,
            place=self._place,
            projected=self.projected,
            release=_named(self.release),
        )


def _named(release: Release | None) -> Named | None:
    return Named(release.slug, release.label, release.get_absolute_url()) if release else None


_ROWS = (
    ("growth_percent", Quantity.GROWTH, Measure.CHANGE, Unit("percent"), ""),
    ("openings_per_year", Quantity.OPENINGS, Measure.COUNT, Unit("jobs", "year"), ""),
    ("employment_start", Quantity.EMPLOYMENT, Measure.COUNT, Unit("jobs"), "Jobs at the start"),
    ("employment_end", Quantity.EMPLOYMENT, Measure.COUNT, Unit("jobs"), "Jobs at the end, projected"),
    ("employment_change", Quantity.EMPLOYMENT, Measure.CHANGE, Unit("jobs"), "Change in jobs, projected"),
)
_UNITS = {field: unit for field, _, _, unit, _ in _ROWS}


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
