import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from facts.db_outage import RETRY_AFTER, is_away

logger = logging.getLogger("rungs.outage")


class OutageMiddleware:
    """503 for a view whose database is away; other errors pass."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return outage_page(error)


def outage_page(error: Exception) -> HttpResponse | None:
    """None for an error that does not say that the database is away."""
    if not is_away(error):
        return None
    logger.warning("The database is away: %s", str(error).strip().partition("\n")[0])
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html", {"seconds": RETRY_AFTER}), status=503, headers=headers)
