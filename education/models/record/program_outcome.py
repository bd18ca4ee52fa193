from collections.abc import Collection
from decimal import Decimal
from typing import Any, Self
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Left

from education.models.record.programme_occupation import ProgrammeOccupation
from education.models.record.school import School
from education.models.record.school_offer import SchoolOffer
from education.models.record.tuition import Tuition
from facts.addresses import address_of
from facts.figure import RECORD, Figure, Named
from facts.marks import Mark, validate_marks
from facts.measures import Measure, Quantity
from facts.models import Released
from facts.models.leaving_out import leave_out
from facts.models.released import ReleasedQuerySet
from facts.periods import Period
from facts.units import Unit

DIGITS = len("51.07")
FAMILY = len("51")


class ProgramOutcomeQuerySet(ReleasedQuerySet):
    def published(self) -> Self:
        """With what newer files say of the school: where it is, what it teaches online, what a year costs."""
        here = models.OuterRef("unit_id")
        schools, offers, tuition = (model.objects.published() for model in (School, SchoolOffer, Tuition))
        return (
            super()
            .published()
            .annotate(
                city=schools.value_at(here, "city"),
                state=schools.value_at(here, "state"),
                distance=offers.value_at(here, "distance"),
                tuition=tuition.value_at(here, "in_state"),
                tuition_out_of_state=tuition.value_at(here, "out_of_state"),
                tuition_year=tuition.value_at(here, "release__label"),
            )
        )

    def with_words(self) -> Self:
        return leave_out(self.select_related("release__source"), "release__report")

    def at_schools(self, unit_ids: Any) -> Self:
        return self.filter(unit_id__in=unit_ids)

    def in_fields(self, codes: Collection[str]) -> Self:
        """By codes of two, four or six digits."""
        cut = {code[:DIGITS] for code in codes}
        families = [models.Q(code__startswith=f"{code}.") for code in cut if len(code) == FAMILY]
        return self.filter(models.Q(models.Q(code__in=cut), *families, _connector=models.Q.OR))

    def leading_to(self, occupations: Collection[str]) -> Self:
        """In fields of study that prepare for these occupations, by their codes."""
        ties = ProgrammeOccupation.objects.published().filter(occupation__code__in=occupations)
        return self.filter(code__in=ties.order_by().values(field=Left("code", DIGITS)))

    def in_states(self, states: Collection[str]) -> Self:
        return self.at_schools(_units(School, state__in=states))

    def run_by(self, controls: Collection[str]) -> Self:
        return self.at_schools(_units(School, control__in=controls))

    def taught_at_a_distance(self, distances: Collection[str]) -> Self:
        """At schools that teach as much online as one of these says."""
        return self.at_schools(_units(SchoolOffer, distance__in=distances))

    def costing_at_least(self, amount: Decimal) -> Self:
        return self.at_schools(_units(Tuition, in_state__gte=amount))

    def costing_at_most(self, amount: Decimal) -> Self:
        """A year for who lives in the state; not where tuition is not given."""
        return self.at_schools(_units(Tuition, in_state__lte=amount))

    def by_earnings(self) -> Self:
        """The highest first; those without last."""
        return self.order_by(
            models.F("earnings_after_four_years").desc(nulls_last=True), "school", "code", "level", "pk"
        )

    def most_completers_first(self) -> Self:
        return self.order_by(models.F("completers").desc(nulls_last=True), "title", "level", "pk")

    def with_word(self, words: str) -> Self:
        """In the name of the field of study or of the school."""
        return self.filter(models.Q(title__icontains=words) | models.Q(school__icontains=words))


def _units(model: Any, **conditions: Any) -> models.QuerySet:
    return model.objects.published().newest_of_each().filter(**conditions).order_by().values("unit_id")


class ProgramOutcome(Released):
    """Completions of a school's program, and graduates' earnings and debt."""

    class Level(models.TextChoices):
        CERTIFICATE = "certificate", "Undergraduate certificate or diploma"
        ASSOCIATE = "associate", "Associate’s degree"
        BACHELOR = "bachelor", "Bachelor’s degree"
        POST_BACHELOR = "post-bachelor", "Certificate after a bachelor’s degree"
        MASTER = "master", "Master’s degree"
        DOCTOR = "doctor", "Doctor’s degree"
        FIRST_PROFESSIONAL = "first-professional", "First professional degree"
        GRADUATE_CERTIFICATE = "graduate-certificate", "Graduate or professional certificate"
        NONE = "none", "No credential"

    UNDERGRADUATE = (Level.CERTIFICATE, Level.ASSOCIATE, Level.BACHELOR)
    FIGURES = ("completers", "earnings_after_one_year", "earnings_after_four_years", "debt")
    MEASURED = {
        "earnings_after_one_year": (
            Quantity.EARNINGS,
            "Median earnings one year after",
            "graduates with federal aid who work and do not study, one year after they completed",
        ),
        "earnings_after_four_years": (
            Quantity.EARNINGS,
            "Median earnings four years after",
            "graduates with federal aid who work and do not study, four years after they completed",
        ),
        "debt": (Quantity.DEBT, "Median debt", "graduates who borrowed federal loans, when they completed"),
    }
    """Of each amount what it is, its name, and its cohort."""

    unit_id = models.PositiveIntegerField(help_text="The number of the institution in IPEDS: 100654.")
    school = models.CharField(max_length=150, help_text="The institution’s name in the release.")
    code = models.CharField(max_length=5, help_text="The field of study, four digits of CIP: “51.07”.")
    title = models.CharField(max_length=150, help_text="What the field of study is called.")
    level = models.CharField(max_length=20, choices=Level, help_text="The credential that the program ends with.")
    completers = models.PositiveIntegerField(
        null=True, blank=True, help_text="Awards in one of the years whose graduates were counted."
    )
    earnings_after_one_year = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="One year after they completed: the median of graduates with federal aid who work and do not study.",
    )
    earnings_after_four_years = models.PositiveIntegerField(
        null=True, blank=True, help_text="The same, four years after they completed."
    )
    debt = models.PositiveIntegerField(
        null=True, blank=True, help_text="Federal loans when they completed: the median of graduates who borrowed."
    )
    currency = models.CharField(max_length=3, help_text="ISO 4217, of earnings and debt: “USD”.")
    marks = models.JSONField(
        default=dict, blank=True, help_text="Why a figure is missing: {“debt”: {“suppressed”: true}}."
    )

    objects = ProgramOutcomeQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["unit_id", "code", "level"]
        constraints = [
            models.UniqueConstraint(
                name="program_outcome_once_per_release",
                fields=["release", "unit_id", "code", "level"],
                violation_error_message="The release says this of the program already.",
            ),
        ]
        indexes = [models.Index(name="program_outcome_by_field", fields=["release", "code", "level"])]

    def __str__(self) -> str:
        return f"{self.school}: {self.title}, {self.get_level_display()}"

    @property
    def key(self) -> str:
        """ "college-scorecard/2026-06-10/204945/51.07/associate"."""
        return f"{self.release.source.slug}/{self.release.slug}/{self.unit_id}/{self.code}/{self.level}"

    def get_absolute_url(self) -> str:
        which = {"school": self.unit_id, "cip": self.code, "level": self.level}
        return f"{address_of('programs')}?{urlencode(which)}"

    @property
    def locator(self) -> str:
        return f"{self.unit_id} {self.school}, {self.code}, {self.get_level_display()}"

    def figures(self) -> list[Figure]:
        """Withheld ones are included."""
        return [self._figure(field) for field in self.MEASURED]

    def figure(self, field: str) -> Figure | None:
        """None for another field."""
        return self._figure(field) if field in self.MEASURED else None

    def _figure(self, field: str) -> Figure:
        quantity, label, cohort = self.MEASURED[field]
        amount, source = getattr(self, field), self.release.source
        return Figure(
            key=self.key,
            field=field,
            quantity=quantity,
            measure=Measure.MEDIAN,
            unit=Unit(self.currency, "year" if quantity is Quantity.EARNINGS else ""),
            value=None if amount is None else Decimal(amount),
            # The file gives the graduates of several years together and does not say of which.
            marks=frozenset({Mark.WINDOW_NOT_STATED, *map(Mark, self.marks.get(field, ()))}),
            subject=Named(self.code, self.title),
            level=Named(self.level, self.get_level_display()),
            label=label,
            population=cohort,
            period=Period(),
            locator=self.locator,
            url=self.get_absolute_url(),
            publisher=source.publisher,
            standing=RECORD,
            source=Named(source.slug, source.title, source.get_absolute_url()),
            release=self.release.named,
        )

    def clean(self) -> None:
        super().clean()
        try:
            validate_marks(self.marks, self.FIGURES)
        except ValidationError as problem:
            raise ValidationError({"marks": problem.messages}) from problem
