from collections.abc import Collection
from typing import Self

from django.db import models

from facts.models import Place
from facts.models.released import Released, ReleasedQuerySet


class RegionalPriceQuerySet(ReleasedQuerySet):
    def of_all_items(self) -> Self:
        """Including rents."""
        return self.filter(item=RegionalPrice.Item.ALL)

    def of_year(self, year: int) -> Self:
        return self.filter(year=year)

    def of_places(self, codes: Collection[str]) -> Self:
        return self.filter(place__code__in=codes)


class RegionalPrice(Released):
    """Regional price parity (United States = 100)."""

    class Item(models.TextChoices):
        ALL = "all", "all items"
        GOODS = "goods", "goods"
        HOUSING = "housing", "housing"
        UTILITIES = "utilities", "utilities"
        OTHER = "other", "other services"

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="regional_prices", help_text="The state or metropolitan area."
    )
    year = models.PositiveSmallIntegerField(help_text="The year.")
    item = models.CharField(max_length=10, choices=Item, help_text="What is priced.")
    value = models.DecimalField(max_digits=7, decimal_places=3, help_text="The price level; the country’s is 100.")

    objects = RegionalPriceQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["release", "place", "year", "item"]
        constraints = [
            models.UniqueConstraint(
                name="regional_price_once_per_place_year_and_item",
                fields=["release", "place", "year", "item"],
                violation_error_message="The release has this price level already.",
            ),
            models.CheckConstraint(
                name="regional_price_above_zero",
                condition=models.Q(value__gt=0),
                violation_error_message="A price level is above zero.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.year}, {self.get_item_display()}: {self.value}"
