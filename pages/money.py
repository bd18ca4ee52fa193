from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facts.figure import Figure
from facts.periods import Period
from money.conversions import Offered, Restated, by_currency, in_country, in_place, in_prices, offered
from pages.lists import Misread

YEAR_DIGITS = 4
COUNTRY = "US"


@dataclass(frozen=True, slots=True)
class OtherMoney:
    """`year` is None for the newest price level."""

    offered: Offered
    year: int | None
    country: str
    misread: list[Misread]
    restated: list[Restated]


def lay_out_money(figures: Iterable[Figure], asked: Mapping[str, str]) -> OtherMoney | None:
    """The newest price level unless asked for another; None without amounts."""
    same_currency = by_currency(figures)
    if not same_currency:
        return None
    choices, misread = offered(), []
    year = _year(asked.get("prices", ""), choices, misread)
    country = _country(asked.get("country", ""), choices, misread)
    restated = [one for amounts in same_currency for one in _restate(amounts, year, country, choices)]
    return OtherMoney(choices, year, country, misread, restated)


def _restate(amounts: Sequence[Figure], year: int | None, country: str, choices: Offered) -> list[Restated]:
    time = Period.of_year(year) if year else choices.last_month
    return [
        *([in_prices(amounts, time)] if time.is_stated else []),
        *([in_place(amounts)] if choices.has_places and _is_within_country(amounts) else []),
        *(in_country(amounts, country) if country else []),
    ]


def _is_within_country(amounts: Sequence[Figure]) -> bool:
    place = amounts[0].place
    return place is not None and place.code != COUNTRY


def _year(given: str, choices: Offered, misread: list[Misread]) -> int | None:
    if not given or not choices.last_month.is_stated:
        return None
    is_year = given.isascii() and given.isdecimal() and len(given) == YEAR_DIGITS
    if is_year and choices.first_year <= int(given) <= choices.last_year:
        return int(given)
    misread.append(Misread.of("Year", given, f"Price levels here are of {choices.first_year} to {choices.last_year}."))
    return None


def _country(given: str, choices: Offered, misread: list[Misread]) -> str:
    if not given or given in choices.countries:
        return given if choices.countries else ""
    if choices.countries:
        misread.append(Misread.of("Country", given, "No factor of purchasing power is here for such a country."))
    return ""
