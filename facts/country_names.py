"""Countries by their codes. Pure: no database."""

from babel import Locale


def country_name(country: str) -> str:
    """What the country (ISO 3166-1) is called: "Germany"; its code where that is unknown."""
    return Locale("en").territories.get(country, country)
