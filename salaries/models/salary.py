from collections.abc import Collection, Mapping
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.text import slugify

from careers.models import Career, Occupation, Rung
from facts.currencies import validate_currency
from facts.figure import Figure, Named
from facts.marks import Mark
from facts.measures import PERCENTILES, Measure, PayPeriod, Quantity
from facts.models import Industry, Place, Statement
from facts.models.conditions import in_order, not_negative
from facts.models.natural import NaturalKeyManager
from facts.models.statement import StatementQuerySet
from facts.units import Unit

AMOUNTS = ("low", "high", "mean", "p10", "p25", "median", "p75", "p90", "amount")


class SalaryQuerySet(StatementQuerySet):
    def with_words(self) -> Self:
        return self.select_related("source", "career", "level__ladder", "place", "industry", "about")

    def for_career(self, career: models.Model) -> Self:
        return self.for_careers([career])

    def for_careers(self, careers: Collection[models.Model | int]) -> Self:
        return self.filter(career__in=careers).order_by("source", "pk")

    def by_level(self) -> Self:
        return self.filter(level__isnull=False).order_by("level__ladder", "level__position")


def _amount(name: str, help_text: str) -> models.DecimalField:
    return models.DecimalField(name, max_digits=12, decimal_places=2, null=True, blank=True, help_text=help_text)


def _any_given(*fields: str) -> Q:
    condition = Q()
    for name in fields:
        condition |= Q(**{f"{name}__isnull": False})
    return condition


class Salary(Statement):
    """What a guide says one group of people in a career is paid."""

    figure_fields = (*AMOUNTS, "converted_low", "converted_high")

    career = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="salaries", help_text="The career that is paid."
    )
    level = models.ForeignKey(
        Rung,
        on_delete=models.RESTRICT,  # it may go with its whole career
        null=True,
        blank=True,
        related_name="salaries",
        help_text="The rung; none for all levels.",
    )
    about = models.ForeignKey(
        Occupation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The occupation it speaks of, where the guide tells several apart.",
    )
    group = models.CharField(
        max_length=200, blank=True, help_text="The group it speaks of, as printed, where it is not the whole career."
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="salaries",
        help_text="Where; none if not stated.",
    )
    industry = models.ForeignKey(
        Industry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="salaries",
        help_text="None for all industries.",
    )
    currency = models.CharField(max_length=3, validators=[validate_currency], help_text="ISO 4217: “USD”.")
    pay_period = models.CharField(
        max_length=5, choices=PayPeriod, default=PayPeriod.YEAR, help_text="What the pay is for."
    )
    low = _amount("low end", "The low end of a range.")
    high = _amount("high end", "The high end of a range; what it says when a “+” follows, marked open-ended.")
    mean = _amount("mean", "The mean (often printed as “average”).")
    p10 = _amount("10th percentile", "The 10th percentile.")
    p25 = _amount("25th percentile", "The 25th percentile.")
    median = _amount("median", "The median.")
    p75 = _amount("75th percentile", "The 75th percentile.")
    p90 = _amount("90th percentile", "The 90th percentile.")
    amount = _amount("measure not stated", "A number of which the source does not say what it measures.")
    converted_currency = models.CharField(
        max_length=3,
        blank=True,
        validators=[validate_currency],
        help_text="Currency of the source’s own conversion.",
    )
    converted_low = _amount("converted, low end", "The low end, as the source itself converts it.")
    converted_high = _amount("converted, high end", "The high end, as the source itself converts it.")

    objects = NaturalKeyManager.from_queryset(SalaryQuerySet)()

    class Meta(Statement.Meta):
        ordering = ["career", "pk"]
        verbose_name_plural = "salaries"
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                name="salary_low_not_above_high",
                condition=in_order("low", "high"),
                violation_error_message="The low end is above the high end.",
            ),
            models.CheckConstraint(
                name="salary_percentiles_in_order",
                condition=in_order(*map(str, PERCENTILES)),
                violation_error_message="The percentiles are not in order: none may be above a later one.",
            ),
            models.CheckConstraint(
                name="salary_has_an_amount",
                condition=_any_given(*AMOUNTS) | ~Q(marks={}),
                violation_error_message="Give at least one amount, or mark the one that the source withholds.",
            ),
            models.CheckConstraint(
                name="salary_amount_has_currency",
                condition=~Q(currency=""),
                violation_error_message="An amount needs its currency.",
            ),
            models.CheckConstraint(
                name="salary_amounts_not_negative",
                condition=not_negative(*AMOUNTS, "converted_low", "converted_high"),
                violation_error_message="Pay cannot be below nought.",
            ),
            models.CheckConstraint(
                name="salary_converted_in_order",
                condition=in_order("converted_low", "converted_high"),
                violation_error_message="The low end of the conversion is above its high end.",
            ),
            models.CheckConstraint(
                name="salary_conversion_has_currency",
                condition=~_any_given("converted_low", "converted_high") | ~Q(converted_currency=""),
                violation_error_message="A conversion needs the currency it is in.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level or self.career}: {self.as_printed}"

    @classmethod
    def unit_of(cls, field: str, said: Mapping[str, Any]) -> Unit | None:
        if field not in cls.figure_fields:
            return None
        currency = said.get("converted_currency" if field.startswith("converted") else "currency")
        return Unit(currency or "", said.get("pay_period") or "")

    def figures(self) -> list[Figure]:
        singles = [self._single(name, measure) for name, measure in _SINGLES.items() if self._says(name)]
        ranges = [self._range("low", "high", self.currency)] if self._says("low", "high") else []
        return singles + ranges + self._conversion()

    @property
    def subject(self) -> Named:
        """The career, or the occupation or group that the guide names."""
        if self.about:
            return self.about.named
        return Named(slugify(self.group), self.group) if self.group else self.career.named

    @property
    def is_of_a_part(self) -> bool:
        """Whether it speaks of an occupation or a group within the career, and not of all of it."""
        return self.about_id is not None or self.group != ""

    def _says(self, *fields: str) -> bool:
        return any(getattr(self, name) is not None or name in self.marks for name in fields)

    def _single(self, name: str, measure: Measure) -> Figure:
        return self._figure(name, measure, self.currency, value=getattr(self, name), marks=self.marks_of(name))

    def _range(self, low: Any, high: Any, currency: Any, **extra: Any) -> Figure:
        ends = {"low": getattr(self, low), "high": getattr(self, high)}
        name = "range" if low == "low" else "converted"
        return self._figure(name, Measure.RANGE, currency, **ends, marks=self.marks_of(low, high), **extra)

    def _conversion(self) -> list[Figure]:
        if not self._says("converted_low", "converted_high"):
            return []
        label = f"as the source converts it to {self.converted_currency}"
        return [self._range("converted_low", "converted_high", self.converted_currency, label=label)]

    def _figure(self, name: str, measure: Any, currency: Any, **numbers: Any) -> Figure:
        return Figure(
            **self.provenance(),
            field=name,
            quantity=Quantity.PAY,
            measure=measure,
            unit=Unit(currency, self.pay_period),
            subject=self.subject,
            level=self.level.named if self.level else None,
            place=self.place.named if self.place else None,
            industry=self.industry.named if self.industry else None,
            **numbers,
        )

    @property
    def is_open_ended(self) -> bool:
        return Mark.OPEN_ENDED in self.marks_of("high")


_STATED = (Measure.MEDIAN, Measure.MEAN, Measure.P10, Measure.P25, Measure.P75, Measure.P90)
_SINGLES = {str(measure): measure for measure in _STATED} | {"amount": Measure.NOT_STATED}
