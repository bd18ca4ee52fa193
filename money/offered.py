from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from facts.periods import Period
from money.computed import NotComputable
from money.convert import last_month, newest
from money.models import PriceIndex, PurchasingPower, RegionalPrice
from money.purchasing import country_name


@dataclass(frozen=True, slots=True)
class Offered:
    """`first_year` and `last_month` bound the price levels. `countries` are ISO 3166-1 codes and names."""

    first_year: int = 0
    last_month: Period = field(default_factory=Period)
    countries: dict[str, str] = field(default_factory=dict)
    has_places: bool = False

    @property
    def last_year(self) -> int:
        return self.last_month.start.year if self.last_month.start else 0

    def __bool__(self) -> bool:
        return self.last_month.is_stated or bool(self.countries) or self.has_places


def offered() -> Offered:
    """Four queries."""
    first_year, last = _or(_time, otherwise=(0, Period()))
    return Offered(first_year, last, _or(_countries, otherwise={}), RegionalPrice.objects.published().exists())


def _or(ask: Callable, *, otherwise: Any) -> Any:
    try:
        return ask()
    except NotComputable:
        return otherwise


def _time() -> tuple[int, Period]:
    release = newest(PriceIndex, "No consumer price index is here.")
    return (release.period_start.year if release.period_start else 0), last_month(release)


def _countries() -> dict[str, str]:
    release = newest(PurchasingPower, "No factors of purchasing power are here.")
    rows = PurchasingPower.objects.in_release(release)
    if release.period_end:
        rows = rows.filter(year=release.period_end.year)
    codes = rows.values_list("country", flat=True).order_by().distinct()
    return dict(sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1]))
