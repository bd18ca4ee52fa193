"""Event-loop responses without Django: alive, busy, too large, too slow."""

import json
from functools import cache
from typing import Any

from django.template.loader import render_to_string

from serving.health import ALIVE
from serving.policy import security_headers
from serving.server_response import ServerResponse

RETRY_AFTER = 2
"""Seconds after which a queue that was full has room, as a rule."""
DETAIL = "Too many requests at once. Try again."
PROBLEM: dict[str, Any] = {"type": "about:blank", "title": "Service Unavailable", "status": 503, "detail": DETAIL}
PROBLEM["errors"] = [{"code": "busy", "detail": DETAIL, "attr": None}]


@cache
def alive() -> ServerResponse:
    return _response(200, "text/plain", ALIVE)


@cache
def busy(*, is_api: bool) -> ServerResponse:
    """In the API's error format, or as a page."""
    retry = ("Retry-After", str(RETRY_AFTER))
    if is_api:
        return _response(
            503, "application/problem+json", json.dumps(PROBLEM).encode(), retry, ("Access-Control-Allow-Origin", "*")
        )
    page = render_to_string("busy.html", {"seconds": RETRY_AFTER}).encode()
    return _response(503, "text/html; charset=utf-8", page, retry)


@cache
def too_large(megabytes: int) -> ServerResponse:
    return _response(413, "text/plain", f"A request may have at most {megabytes} MiB.\n".encode())


@cache
def too_slow() -> ServerResponse:
    return _response(408, "text/plain", b"The request took too long to arrive.\n", ("Connection", "close"))


@cache
def disk_full() -> ServerResponse:
    return _response(503, "text/plain", b"There is no room for this file now.\n", ("Retry-After", "60"))


def warm_up() -> None:
    alive()
    busy(is_api=True)
    busy(is_api=False)


def _response(status: int, content_type: str, body: bytes, *headers: tuple[str, str]) -> ServerResponse:
    fields = [("Content-Type", content_type), ("Cache-Control", "no-store"), *security_headers().items(), *headers]
    return ServerResponse(status, fields, body)
