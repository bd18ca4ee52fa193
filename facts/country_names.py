from babel import Locale


def country_name(country: str) -> str:
    """The name of an ISO 3166-1 code; the code itself if unknown."""
    return Locale("en").territories.get(country, country)
