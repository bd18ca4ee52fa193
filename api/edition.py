from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from rest_framework.request import Request

from explore.reference_releases import COUNTRY, Yardstick, newest_yardstick, place_named
from facts.code import digest_of_code
from facts.edition_key import once_per_edition
from facts.models import Edition

PACKAGES = ("facts", "careers", "salaries", "education", "explore", "api")


EDITION_KEY = "rungs.edition_key"
"""Where the response cache puts the request's facts.edition_key.EditionKey."""


def current_edition() -> Edition | None:
    return Edition.objects.newest_first().first()


def edition_of(request: Request) -> Edition | None:
    """None before the first edition."""
    key = request.META.get(EDITION_KEY)
    return _edition(key.number, key.published_at) if key else current_edition()


@lru_cache(maxsize=2)
def _edition(number: int, published_at: datetime) -> Edition:
    """The edition's time distinguishes databases that reuse the number."""
    return Edition.objects.get(number=number)


def etag_of(request: Request, edition: Edition) -> str:
    """Known before the work, so an unchanged answer costs one query."""
    parts = (request.build_absolute_uri(), request.headers.get("Accept", ""))
    published = edition.published_at.isoformat()
    digest = sha256("\n".join((digest_of_code(*PACKAGES), str(edition.number), published, *parts)).encode()).hexdigest()
    return f'"{digest[:32]}"'


def yardstick_of(edition: Edition | None, place: str = COUNTRY) -> Yardstick:
    """Cached, since only a new edition changes it."""
    known = place_named(place) if place != COUNTRY else None
    where = known.code if known else COUNTRY
    return _yardstick(edition, where)


@once_per_edition(maxsize=50)
def _yardstick(place: str) -> Yardstick:
    return newest_yardstick(place=place)
