from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.deprecation import deprecated
from api.edition import edition_of, etag_of
from api.errors import BadRequest, Unavailable
from api.pinning import NAME, edition_numbered, number_asked, number_of_walk
from explore.filters.problems import Problem
from facts.as_of import as_of
from facts.models import Edition

Bare = TypeVar("Bare", bound=HttpResponseBase)

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
    no_editions: ClassVar[str] = ""
    """Why no earlier edition can be asked for; empty where one can."""
    pinned: Edition | None = None
    """The earlier edition that is asked for."""
    http_method_names = ["get", "head", "options"]

    def get(self, request: Request, *, format: str | None = None, **address: str) -> HttpResponseBase:
        """Answers 304 before any work if the ETag matches."""
        self.pinned = self._edition_asked(request)
        known = {tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))}
        if self.etag in known:
            return Response(status=304)
        if self.pinned is None:
            return self.answer(request, **address)
        with as_of(self.pinned):
            response = self.answer(request, **address)
        if response.streaming:
            response.streaming_content = _within(self.pinned, response.streaming_content)
        return response

    def _edition_asked(self, request: Request) -> Edition | None:
        """None for the newest. Raises BadRequest and NotFound."""
        if NAME in request.query_params and self.no_editions:
            raise BadRequest([Problem(NAME, "not_by_edition", self.no_editions)])
        number = number_asked(request) or number_of_walk(request)
        newest = edition_of(request) if number else None
        if number is None or (newest and newest.number == number):
            return None
        if self.no_editions:
            text = f"The cursor is of edition {number}, and the list has changed since. Begin again without it."
            raise BadRequest([Problem("cursor", "list_changed", text)])
        return edition_numbered(number)

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
        return self.pinned or edition_of(self.request)

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
            response = _with_headers_of(response, StreamingHttpResponse(()))  # what nobody reads need not be made
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


def _within(edition: Edition, pieces: Iterable) -> Iterator:
    with as_of(edition):
        yield from pieces


def _set(response: HttpResponseBase, headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        response[name] = value


def _with_headers_of(response: HttpResponseBase, bare: Bare) -> Bare:
    """The `bare` response with the other's headers, except those about its body."""
    body = ("Content-Type", "Content-Disposition") if bare.status_code == 304 else ()
    _set(bare, {name: value for name, value in response.items() if name not in body})
    return bare
