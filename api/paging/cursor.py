import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from rest_framework.exceptions import NotFound


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


def no_such_page() -> NotFound:
    return NotFound("There is no page at this cursor. Take it as an answer gave it, with the same parameters.")
