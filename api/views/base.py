from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.deprecation import deprecated
from api.edition import edition_of, etag_of
from api.errors import Unavailable
from facts.models import Edition

METHODS = "GET, HEAD, OPTIONS"
FRESH_FOR = 60
"""Seconds for which a copy may be used without asking; then a 304 keeps it."""

ANY_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Rungs-Edition",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class BaseView(APIView):
    """Adds edition, ETag, caching and CORS headers. A success is the same for everyone until the next edition."""

    is_everyones = True
    """Whether an answer may be kept on its way for others."""
    http_method_names = ["get", "head", "options"]

    def get(self, request: Request, *, format: str | None = None, **address: str) -> HttpResponseBase:
        """Answers 304 before any work if the ETag matches."""
        known = {tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))}
        return Response(status=304) if self.etag in known else self.answer(request, **address)

    def answer(self, request: Request, **address: str) -> HttpResponseBase:
        raise NotImplementedError

    def options(self, request: Request, **address: str) -> Response:
        """CORS preflight."""
        return Response(status=204, headers=PREFLIGHT | {"Allow": METHODS})

    @cached_property
    def links(self) -> dict[str, str]:
        """By relation (RFC 8288)."""
        absolute = self.request.build_absolute_uri
        links = {"service-desc": absolute(reverse("api:schema")), "service-doc": absolute(reverse("api:docs"))}
        return links | ({"deprecation": f"{links['service-doc']}#stays"} if deprecated(self.request) else {})

    @cached_property
    def edition(self) -> Edition | None:
        return edition_of(self.request)

    @cached_property
    def etag(self) -> str:
        """Empty before the first edition."""
        return etag_of(self.request, self.edition) if self.edition else ""

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code == Unavailable.status_code:  # nothing can tell of which edition
            _set(response, ANY_ORIGIN | {"Cache-Control": "no-store"})
            return response
        _set(response, ANY_ORIGIN | {"Rungs-Edition": str(self.edition.number if self.edition else 0)})
        patch_vary_headers(response, ["Accept"])
        if request.method == "HEAD" and response.streaming:
            response = _with_headers_of(response, HttpResponse())  # what nobody reads need not be made
        if response.status_code == 200:
            response["Link"] = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in self.links.items())
        if (deprecation := deprecated(request)) is not None:
            _set(response, deprecation.headers)
        if response.status_code in (200, 304) and self.etag:
            return self._cacheable(request, response)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    def _cacheable(self, request: Request, response: HttpResponse) -> HttpResponse:
        published = int(self.edition.published_at.timestamp())
        dated = {"ETag": self.etag, "Last-Modified": http_date(published)}
        whose = "public" if self.is_everyones else "private"
        _set(response, dated | {"Cache-Control": f"{whose}, max-age={FRESH_FOR}"})
        checked = get_conditional_response(request, self.etag, published, response)
        return _with_headers_of(response, HttpResponseNotModified()) if checked.status_code == 304 else response


def _set(response: HttpResponseBase, headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        response[name] = value


def _with_headers_of(response: HttpResponseBase, bare: HttpResponse) -> HttpResponse:
    """The `bare` response with the other's headers, except those about its body."""
    body = ("Content-Type", "Content-Disposition") if bare.status_code == 304 else ()
    _set(bare, {name: value for name, value in response.items() if name not in body})
    return bare
