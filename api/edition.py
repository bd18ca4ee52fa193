"""Which edition an answer is of, and the tag that tells whether it has changed."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from rest_framework.request import Request

from explore.reference_releases import COUNTRY, Yardstick, newest_yardstick, place_named
from facts.models import Edition

ROOMS = ("facts", "careers", "salaries", "education", "explore", "api")


MOMENT = "rungs.moment"
"""Where a request's environment says which edition was current when it came, if it does."""


def current_edition() -> Edition | None:
    """The newest edition; None before the first."""
    return Edition.objects.newest_first().first()


def edition_of(request: Request) -> Edition | None:
    """The edition that the answer to the request is of; None before the first."""
    moment = request.META.get(MOMENT)
    return _edition(moment.edition, moment.published_at) if moment else current_edition()


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
    return _yardstick(edition.number, edition.published_at, where) if edition else newest_yardstick(place=where)


@lru_cache(maxsize=50)
def _yardstick(number, published_at, place) -> Yardstick:
    return newest_yardstick(place=place)


@cache
def _code() -> str:
    """A digest of the code that makes answers: another release of it may answer otherwise."""
    files = sorted(file for room in ROOMS for file in Path(settings.BASE_DIR, room).rglob("*.py"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
