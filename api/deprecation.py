"""What of the API will end. Nothing does yet; see "What stays" in its documentation."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.http import http_date
from rest_framework.request import Request


@dataclass(frozen=True, slots=True)
class Deprecation:
    """An address that programs should leave: since when, and the day after which it may be gone."""

    since: date
    sunset: date

    @property
    def headers(self) -> dict[str, str]:
        """RFC 9745 and RFC 8594."""
        return {"Deprecation": f"@{_seconds(self.since)}", "Sunset": http_date(_seconds(self.sunset))}


DEPRECATED: dict[str, Deprecation] = {}
"""By the name of an address: "salaries"."""


def deprecated(request: Request) -> Deprecation | None:
    match = request.resolver_match
    return DEPRECATED.get(match.url_name or "") if match else None


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
