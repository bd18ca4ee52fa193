"""Cursors: where a page begins, packed so that an address can hold it."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from rest_framework.exceptions import NotFound


def pack(place: dict) -> str:
    """`place` as text that an address can hold; values that JSON has no word for become text."""
    text = json.dumps(place, separators=(",", ":"), default=str)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def unpack(text: str) -> dict:
    """What `pack` packed; NotFound where it packed no such thing."""
    try:
        place = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (Error, ValueError, RecursionError) as error:
        raise no_such_page() from error
    if not isinstance(place, dict):
        raise no_such_page()
    return place


def no_such_page() -> NotFound:
    """What is said of a cursor that no answer gave."""
    return NotFound("There is no page at this cursor. Take it as an answer gave it, with the same parameters.")
