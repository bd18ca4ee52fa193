from typing import Self

from django.db import models

from facts.models.released import Released, ReleasedQuerySet


class PurchasingPowerQuerySet(ReleasedQuerySet):
    def of_country(self, country: str, year: int) -> Self:
        return self.filter(country=country, year=year)


class PurchasingPower(Released):
    """Local currency that buys what one US dollar buys in the United States."""

    country = models.CharField(max_length=2, help_text="ISO 3166-1: “IN”.")
    year = models.PositiveSmallIntegerField(help_text="The year.")
    value = models.DecimalField(
        max_digits=26, decimal_places=16, help_text="Units of the country’s money to one international dollar."
    )

    objects = PurchasingPowerQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["release", "country", "year"]
        verbose_name_plural = "purchasing powers"
        constraints = [
            models.UniqueConstraint(
                name="purchasing_power_once_per_country_and_year",
                fields=["release", "country", "year"],
                violation_error_message="The release has this country’s factor of this year already.",
            ),
            models.CheckConstraint(
                name="purchasing_power_above_nought",
                condition=models.Q(value__gt=0),
                violation_error_message="A factor of purchasing power is above nought.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.year}: {self.value}"
