from collections import defaultdict
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Self
from urllib.parse import quote, urlencode

from django.core.exceptions import ValidationError
from django.db import models

from careers.models import Occupation
from facts.addresses import address_of
from facts.figure import RECORD, Figure, Named
from facts.marks import Mark, validate_marks
from facts.measures import PERCENTILES, Measure, PayPeriod, Quantity
from facts.models import Industry, Place, Release
from facts.models.conditions import in_order, not_negative
from facts.models.leaving_out import leave_out
from facts.models.natural import NaturalKey, NaturalKeyManager
from facts.models.release_name import NamedByReleaseQuerySet
from facts.periods import Period
from facts.units import Unit

MEASURES = (Measure.MEDIAN, Measure.MEAN, Measure.P10, Measure.P25, Measure.P75, Measure.P90)
PER = {
    "annual": PayPeriod.YEAR,
    "monthly": PayPeriod.MONTH,
    "weekly": PayPeriod.WEEK,
    "hourly": PayPeriod.HOUR,
}
"""What amounts are for, by the beginning of their fields' names; a publisher gives one or two of them."""
PAY_FIELDS = tuple(f"{period}_{measure}" for period in PER for measure in MEASURES)
ANY_PLACE = "US"
"""Stands for a place in an address until it is known which."""
UPPER = (f"_{Measure.P75}", f"_{Measure.P90}")
"""How the fields of upper percentiles end."""
FAR_ABOVE = Decimal("1.2")
"""How many times the median an upper percentile is, at least, that is far above it."""


class WageQuerySet(NamedByReleaseQuerySet):
    def with_words(self) -> Self:
        rows = self.select_related("release__source").named_by_release("occupation", "place", "industry")
        return leave_out(rows, "release__report")

    def for_occupations(self, occupations: Any) -> Self:
        return self.filter(occupation__in=occupations)

    def national(self, place: str = "") -> Self:
        """Wages of all industries in the country `place`, or all countries.

        Places and industry are found first, so that the index is used without joins.
        """
        industries = Industry.objects.filter(code=Industry.ALL).values("pk")
        rows = self.filter(industry=models.Subquery(industries[:1]))
        if not place:
            return rows.filter(place__in=models.Subquery(Place.objects.filter(kind=Place.Kind.COUNTRY).values("pk")))
        return rows.filter(place=models.Subquery(Place.objects.filter(code=place).values("pk")[:1]))

    def by_place(self) -> Self:
        return self.filter(industry__code=Industry.ALL).exclude(place__kind=Place.Kind.COUNTRY)

    def newest_by_place(self) -> Self:
        """Cells of each place's newest release, even a partial one.

        Releases before the newest full one are left out, because areas change. That one is found first, by a query of
        its own: within this one it would be looked for again for each cell.
        """
        full = self.filter(release__is_partial=False).order_by().values_list("occupation")
        since: dict[date, list[int]] = defaultdict(list)
        for occupation, end in full.annotate(newest=models.Max("release__period_end")):
            since[end or date.min].append(occupation)
        known = [occupation for occupations in since.values() for occupation in occupations]
        current = [models.Q(release__period_end__gte=end, occupation__in=which) for end, which in since.items()]
        rows = self.filter(models.Q(*current, ~models.Q(occupation__in=known), _connector=models.Q.OR))
        return rows.filter(~models.Exists(_newer_cells()), release__period_end__isnull=False)

    def by_industry(self) -> Self:
        return self.filter(place__kind=Place.Kind.COUNTRY).exclude(industry__code=Industry.ALL)

    def of_states(self) -> Self:
        return self.filter(place__kind=Place.Kind.STATE)

    def of_sectors(self) -> Self:
        """Sectors: two digits, or a range such as "31-33"."""
        return self.filter(industry__code__regex=r"^\d\d(-\d\d)?$")

    def newest_first(self) -> Self:
        return self.order_by("occupation", "-release__period_end")


def _pay(measure: Any, per: Any) -> models.DecimalField:
    return models.DecimalField(
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=f"The {measure.label} of pay {per.label}.",
    )


def _cell_of(model: Any, on_delete: Any) -> models.ForeignKey:
    # Millions of rows, of which each key looked after by the database costs as much as the row itself: the indexes
    # below serve these keys too, and an import looks them all up, and once more before its release is ready.
    return models.ForeignKey(model, on_delete, related_name="wages", db_index=False, db_constraint=False)


def _in_order(per: Any) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"wage_{per}_percentiles_in_order",
        condition=in_order(*[f"{per}_{measure}" for measure in PERCENTILES]),
        violation_error_message=f"The {per} percentiles are not in order: none may be above a later one.",
    )


class Wage(NaturalKey):
    """One cell of a release: occupation, place and industry."""

    natural_key_fields = (
        "release__source__slug",
        "release__slug",
        "occupation__scheme",
        "occupation__code",
        "place__code",
        "industry__code",
    )

    release = _cell_of(Release, models.CASCADE)
    occupation = _cell_of(Occupation, models.PROTECT)
    place = _cell_of(Place, models.PROTECT)
    industry = _cell_of(Industry, models.PROTECT)
    employment = models.PositiveIntegerField(
        null=True, blank=True, help_text="Jobs counted, without the self-employed."
    )
    employment_rse = models.DecimalField(
        "relative standard error of employment",
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="In percent.",
    )
    wage_rse = models.DecimalField(
        "relative standard error of the mean",
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="In percent.",
    )
    currency = models.CharField(max_length=3, help_text="ISO 4217, of all amounts: “USD”.")
    annual_mean = _pay(Measure.MEAN, PayPeriod.YEAR)
    annual_p10 = _pay(Measure.P10, PayPeriod.YEAR)
    annual_p25 = _pay(Measure.P25, PayPeriod.YEAR)
    annual_median = _pay(Measure.MEDIAN, PayPeriod.YEAR)
    annual_p75 = _pay(Measure.P75, PayPeriod.YEAR)
    annual_p90 = _pay(Measure.P90, PayPeriod.YEAR)
    monthly_mean = _pay(Measure.MEAN, PayPeriod.MONTH)
    monthly_p10 = _pay(Measure.P10, PayPeriod.MONTH)
    monthly_p25 = _pay(Measure.P25, PayPeriod.MONTH)
    monthly_median = _pay(Measure.MEDIAN, PayPeriod.MONTH)
    monthly_p75 = _pay(Measure.P75, PayPeriod.MONTH)
    monthly_p90 = _pay(Measure.P90, PayPeriod.MONTH)
    weekly_mean = _pay(Measure.MEAN, PayPeriod.WEEK)
    weekly_p10 = _pay(Measure.P10, PayPeriod.WEEK)
    weekly_p25 = _pay(Measure.P25, PayPeriod.WEEK)
    weekly_median = _pay(Measure.MEDIAN, PayPeriod.WEEK)
    weekly_p75 = _pay(Measure.P75, PayPeriod.WEEK)
    weekly_p90 = _pay(Measure.P90, PayPeriod.WEEK)
    hourly_mean = _pay(Measure.MEAN, PayPeriod.HOUR)
    hourly_p10 = _pay(Measure.P10, PayPeriod.HOUR)
    hourly_p25 = _pay(Measure.P25, PayPeriod.HOUR)
    hourly_median = _pay(Measure.MEDIAN, PayPeriod.HOUR)
    hourly_p75 = _pay(Measure.P75, PayPeriod.HOUR)
    hourly_p90 = _pay(Measure.P90, PayPeriod.HOUR)
    marks = models.JSONField(
        default=dict,
        blank=True,
        help_text="What is special about a field: {“annual_p90”: {“at_least”: true}} for a top code.",
    )

    objects = NaturalKeyManager.from_queryset(WageQuerySet)()

    class Meta:
        ordering = ["pk"]
        default_permissions = ("view",)  # imports write them
        constraints = [
            models.UniqueConstraint(
                name="wage_once_per_cell",
                fields=["release", "place", "industry", "occupation"],
                violation_error_message="The release has this cell already.",
            ),
            *map(_in_order, PER),
            models.CheckConstraint(
                name="wage_rates_not_negative",
                condition=not_negative(*PAY_FIELDS, "employment_rse", "wage_rse"),
                violation_error_message="Neither pay nor a standard error can be below nought.",
            ),
        ]
        indexes = [models.Index(name="wage_by_occupation", fields=["occupation", "place", "industry"])]

    def __str__(self) -> str:
        return f"{self.occupation.code}, {self.place}, {self.release}"

    @property
    def key(self) -> str:
        """ "may-2024/29-2072/US"; the industry is added unless it is all."""
        cell = f"{self.release.slug}/{self.occupation.code}/{self.place.code}"
        return cell if self.industry.code == Industry.ALL else f"{cell}/{self.industry.code}"

    def get_absolute_url(self) -> str:
        beside = address_of("wage", self.release.slug, self.occupation.code, ANY_PLACE)  # kept for all of its places
        url = f"{beside.removesuffix(f'{ANY_PLACE}/')}{quote(self.place.code)}/"
        return url if self.industry.code == Industry.ALL else f"{url}?{urlencode({'industry': self.industry.code})}"

    def clean(self) -> None:
        super().clean()
        try:
            validate_marks(self.marks, ("employment", "employment_rse", "wage_rse", *PAY_FIELDS))
        except ValidationError as problem:
            raise ValidationError({"marks": problem.messages}) from problem

    def figures(self, fields: Collection[str] = ()) -> list[Figure]:
        """Withheld figures are included; only those of `fields` where any are named."""
        shared = self._provenance()
        wanted = [field for field in (*PAY_FIELDS, "employment") if not fields or field in fields]
        return [self._figure(field, shared) for field in wanted if self._says(field)]

    def figure(self, field: str) -> Figure | None:
        if field not in (*PAY_FIELDS, "employment") or not self._says(field):
            return None
        return self._figure(field, self._provenance())

    def headline(self, measure: Measure = Measure.MEDIAN) -> Figure | None:
        """Yearly if published, otherwise hourly."""
        figures = [figure for period in PER if (figure := self.figure(f"{period}_{measure}"))]
        return next((figure for figure in figures if not figure.is_missing), figures[0] if figures else None)

    @property
    def marks_of_all(self) -> dict:
        """With those of the periods by which the publisher gives no pay."""
        return self.marks | {field: dict(_NOT_PUBLISHED) for period in PER for field in self._never_paid_by(period)}

    def _never_paid_by(self, period: str) -> list[str]:
        fields = _FIELDS_OF[period]
        return fields if all(getattr(self, field) is None and field not in self.marks for field in fields) else []

    def _says(self, field: str) -> bool:
        return getattr(self, field) is not None or field in self.marks

    def _figure(self, field: str, shared: Any) -> Figure:
        return Figure(
            field=field,
            value=_decimal(getattr(self, field)),
            marks=self._marks_of(field),
            **_what_it_measures(field, self.currency),
            **shared,
        )

    def _provenance(self) -> dict[str, Any]:
        source = self.release.source
        return {
            "key": self.key,
            "standing": RECORD,
            "subject": self.occupation.named,
            "place": self.place.named,
            "industry": self._named_industry(),
            "period": Period(self.release.period_start, self.release.period_end),
            "publisher": source.publisher,
            "source": Named(source.slug, source.title, source.get_absolute_url()),
            "release": Named(self.release.slug, self.release.label, self.release.get_absolute_url()),
            "url": self.get_absolute_url(),
        }

    def _named_industry(self) -> Named | None:
        return None if self.industry.code == Industry.ALL else self.industry.named

    def _marks_of(self, field: str) -> frozenset[Mark]:
        marks = frozenset(map(Mark, self.marks.get(field, ())))
        return marks | {Mark.COLLAPSED} if field.endswith(UPPER) and self._is_collapsed(field) else marks

    def _is_collapsed(self, field: str) -> bool:
        """Whether both upper percentiles, of which it is one, are the same number far above the median.

        Top-coded ones are the same by rule, and marked.
        """
        period, _, _ = field.partition("_")
        median, p75, p90 = (getattr(self, f"{period}_{name}") for name in (Measure.MEDIAN, Measure.P75, Measure.P90))
        is_same = None not in (median, p75, p90) and Decimal(p75) == Decimal(p90)
        is_top_code = Mark.AT_LEAST in self.marks.get(f"{period}_p90", ())
        return is_same and not is_top_code and Decimal(median) * FAR_ABOVE <= Decimal(p75)


_NOT_PUBLISHED = {Mark.NOT_PUBLISHED.value: True}
_FIELDS_OF = {period: [f"{period}_{measure}" for measure in MEASURES] for period in PER}


@cache
def _what_it_measures(field: str, currency: Any) -> dict:
    if field == "employment":
        return {"quantity": Quantity.EMPLOYMENT, "measure": Measure.COUNT, "unit": Unit("jobs")}
    period, measure = field.split("_")
    return {"quantity": Quantity.PAY, "measure": Measure(measure), "unit": Unit(currency, PER[period])}


def _decimal(number: Any) -> Decimal | None:
    return None if number is None else Decimal(number)


def _newer_cells() -> WageQuerySet:
    """The same cell in newer releases."""
    same = {name: models.OuterRef(name) for name in ("occupation", "place", "industry")}
    newer = models.OuterRef("release__period_end")
    return Wage.objects.published().filter(release__period_end__gt=newer, **same)
