from typing import Self

from django.db import models

from facts.models.released import Released, ReleasedQuerySet


class PriceIndexQuerySet(ReleasedQuerySet):
    def of_month(self, year: int, month: int) -> Self:
        return self.filter(year=year, month=month)

    def of_year(self, year: int) -> Self:
        return self.filter(year=year, month=None)


class PriceIndex(Released):
    """CPI-U (1982–84 = 100) of a month, or the average of a year."""

    year = models.PositiveSmallIntegerField(help_text="The year.")
    month = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="From 1 to 12; blank for the publisher’s average of the year."
    )
    value = models.DecimalField(max_digits=8, decimal_places=3, help_text="The index.")

    objects = PriceIndexQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["release", "year", "month"]
        verbose_name_plural = "price indexes"
        constraints = [
            models.UniqueConstraint(
                name="price_index_once_per_month",
                fields=["release", "year", "month"],
                violation_error_message="The release has the index of this month already.",
            ),
            models.UniqueConstraint(
                name="price_index_once_per_year",
                fields=["release", "year"],
                condition=models.Q(month=None),
                violation_error_message="The release has the average of this year already.",
            ),
            models.CheckConstraint(
                name="price_index_month_of_a_year",
                condition=models.Q(month__gte=1, month__lte=12),
                violation_error_message="A month is from 1 to 12.",
            ),
            models.CheckConstraint(
                name="price_index_above_nought",
                condition=models.Q(value__gt=0),
                violation_error_message="A price level is above nought.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}: {self.value}" if self.month else f"{self.year}: {self.value}"
