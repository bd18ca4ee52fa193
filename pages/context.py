from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from careers.schemes import SchemeSlugs, unit_of_record
from facts.footing import FOOTING, edition_shown


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """`current` is "page" on the page itself, "true" below it, else ""."""

    title: str
    url: str
    current: str


MENU = (
    ("Jobs", "careers"),
    ("Compare", "compare"),
    ("What fits you", "fit"),
    ("Schools", "schools"),
    ("Sources", "sources"),
)


def site(request: HttpRequest) -> dict:
    return {
        "menu": [_entry(title, reverse(name), request.path) for title, name in MENU],
        "canonical_url": settings.SITE_URL.rstrip("/") + request.path + _scheme(request),
        "edition": SimpleLazyObject(lambda: edition_shown(request)),
        "edition_is_its_own": SimpleLazyObject(lambda: FOOTING in request.META),
    }


def _scheme(request: HttpRequest) -> str:
    """ "?scheme=…" for codes of an older classification."""
    asked = request.GET.get("scheme", "")
    is_older = asked in SchemeSlugs() and asked != unit_of_record(settings.COUNTRY)
    return f"?scheme={asked}" if is_older and request.path.startswith(reverse("occupations")) else ""


def _entry(title: str, url: str, path: str) -> MenuEntry:
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return MenuEntry(title, url, current)
