from datetime import date

from babel.numbers import get_territory_currencies

from money.computed import NotComputable

ADOPTED = {"BG": ("EUR", date(2026, 1, 1))}
"""Changes that Babel 2.18 does not know of: the country, its new currency, the first day."""


def currency_of(country: str, on: date | None = None) -> str:
    """The currency (ISO 4217) of a country (ISO 3166-1) on a day, today's without one; NotComputable if not known.

    >>> currency_of("BG", date(2025, 12, 31)), currency_of("BG", date(2026, 1, 1)), currency_of("HR", date(2022, 5, 31))
    ('BGN', 'EUR', 'HRK')
    """
    on = on or date.today()  # noqa: DTZ011 (a day of the calendar)
    adopted, since = ADOPTED.get(country, ("", date.max))
    if on >= since:
        return adopted
    currencies = get_territory_currencies(country, on, on)
    if not currencies:
        raise NotComputable(f"No currency is known of {country}.")
    return currencies[0]
