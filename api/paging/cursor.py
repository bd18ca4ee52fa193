import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from rest_framework.exceptions import NotFound

BEYOND = 10**9
"""No edition has such a number."""


def pack(place: dict) -> str:
    """Values without a JSON type become text."""
    text = json.dumps(place, separators=(",", ":"), default=str)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def unpack(text: str) -> dict:
    """Raises NotFound for an invalid cursor."""
    try:
        place = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (Error, ValueError, RecursionError) as error:
        raise no_such_page() from error
    if not isinstance(place, dict):
        raise no_such_page()
    return place


def edition_of_cursor(text: str) -> int | None:
    """The edition of the list that gave it; None where it does not say."""
    try:
        number = unpack(text).get("edition") if text else None
    except NotFound:
        return None
    return number if isinstance(number, int) and 0 < number < BEYOND else None


def no_such_page() -> NotFound:
    return NotFound("There is no page at this cursor. Take it as an answer gave it, with the same parameters.")
