from typing import Self

from django.db import models

from facts.models.conditions import in_order
from facts.models.released import Released, ReleasedQuerySet
from facts.periods import Period


class ExchangeRateQuerySet(ReleasedQuerySet):
    def of_currency(self, currency: str) -> Self:
        """Rates in `currency` per unit of the publisher's own currency."""
        return self.filter(currency=currency)

    def within(self, period: Period) -> Self:
        return self.filter(start__gte=period.start, end__lte=period.end)


class ExchangeRate(Released):
    """What a unit of a base currency was worth, on a day or as an average."""

    base = models.CharField(max_length=3, help_text="ISO 4217: the currency one unit of which is priced.")
    currency = models.CharField(max_length=3, help_text="ISO 4217: the currency in which it is priced.")
    start = models.DateField(help_text="The day, or the first of the span that the publisher’s average covers.")
    end = models.DateField(help_text="The day, or the last of the span.")
    value = models.DecimalField(max_digits=18, decimal_places=6, help_text="Units of the currency to one of the base.")

    objects = ExchangeRateQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["release", "currency", "start"]
        constraints = [
            models.UniqueConstraint(
                name="exchange_rate_once_per_currency_and_span",
                fields=["release", "currency", "start", "end"],
                violation_error_message="The release has this currency’s rate of this time already.",
            ),
            models.CheckConstraint(
                name="exchange_rate_span_in_order",
                condition=in_order("start", "end"),
                violation_error_message="A span’s last day is no earlier than its first.",
            ),
            models.CheckConstraint(
                name="exchange_rate_above_nought",
                condition=models.Q(value__gt=0),
                violation_error_message="A rate is above nought.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.base} 1 = {self.currency} {self.value}, {Period(self.start, self.end)}"
