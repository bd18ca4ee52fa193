"""Which edition an answer is of, and the tag that tells whether it has changed."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from rest_framework.request import Request

from explore.reference_releases import COUNTRY, Yardstick, newest_yardstick, place_named
from facts.edition_key import once_per_edition
from facts.models import Edition

ROOMS = ("facts", "careers", "salaries", "education", "explore", "api")


EDITION_KEY = "rungs.edition_key"
"""Where the response cache puts the request's facts.edition_key.EditionKey."""


def current_edition() -> Edition | None:
    """The newest edition; None before the first."""
    return Edition.objects.newest_first().first()


def edition_of(request: Request) -> Edition | None:
    """The edition that the answer to the request is of; None before the first."""
    key = request.META.get(EDITION_KEY)
    return _edition(key.number, key.published_at) if key else current_edition()


@lru_cache(maxsize=2)
def _edition(number, published_at) -> Edition:
    """The edition of this number and no other time: another database may have another one of the number."""
    return Edition.objects.get(number=number)


def etag_of(request: Request, edition: Edition) -> str:
    """What is the same for two answers exactly when they are: the edition, the address asked, and our code.

    It is known before the answer is made, so that an answer that has not changed costs one query.
    """
    asked = (request.build_absolute_uri(), request.headers.get("Accept", ""))
    published = edition.published_at.isoformat()
    digest = sha256("\n".join((_code(), str(edition.number), published, *asked)).encode()).hexdigest()
    return f'"{digest[:32]}"'


def yardstick_of(edition: Edition | None, place: str = COUNTRY) -> Yardstick:
    """What rows are measured by in the edition, in the place of this code (the country where there is none).

    It is read once, since only another edition can change it.
    """
    known = place_named(place) if place != COUNTRY else None
    where = known.code if known else COUNTRY
    return _yardstick(edition, where)


@once_per_edition(maxsize=50)
def _yardstick(place: str) -> Yardstick:
    return newest_yardstick(place=place)


@cache
def _code() -> str:
    """A digest of the code that makes answers: another release of it may answer otherwise."""
    files = sorted(file for room in ROOMS for file in Path(settings.BASE_DIR, room).rglob("*.py"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
