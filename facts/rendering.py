from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.urls import get_script_prefix
from django.utils import timezone

from facts.code import digest_of_code
from facts.models.rendering import Rendering
from facts.unhurried import unless_busy


@dataclass(frozen=True, slots=True)
class Made:
    """`until` is the first day on which it says something else; None if time does not change it."""

    text: str
    until: date | None = None


def rendered(name: str, source: str, packages: tuple[str, ...], make: Callable[[], Made]) -> str:
    """`source` is a digest of the data, "" for what is not kept; `packages` have code and templates."""
    if not source or settings.DEBUG:  # while one works on a template it changes under the server
        return make().text
    digest = _digest(source, packages)
    if row := Rendering.objects.of(name, digest, timezone.now().date()).first():
        return row.text
    made = make()
    row = Rendering(name=name, digest=digest, until=made.until)
    row.text = made.text
    unless_busy(lambda: Rendering.objects.put(row))
    return made.text


def _digest(source: str, packages: tuple[str, ...]) -> str:
    how = (settings.SITE_URL, settings.COUNTRY, settings.LANGUAGE_CODE, get_script_prefix())
    return sha256("\n".join((source, digest_of_code(*packages), *how)).encode()).hexdigest()
