"""Content negotiation for gzip (RFC 9110, 12.5.3)."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressionMiddleware(GZipMiddleware):
    """Django's own ignores that `gzip;q=0` refuses gzip."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.has_header("Accept-Ranges"):  # a file’s bytes are counted as they lie on the disk
            return response
        if not accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            request.META["HTTP_ACCEPT_ENCODING"] = "identity"
        response = super().process_response(request, response)
        if request.method == "HEAD" and response.has_header("Content-Encoding"):
            del response["Content-Length"]  # differs from one answer to the next: Django adds bytes against BREACH
        return response


@lru_cache(maxsize=1_000)
def accepts_gzip(accept_encoding: str) -> bool:
    """Whether gzip is accepted, and preferred to no compression where both are named.

    >>> accepts_gzip("gzip, br"), accepts_gzip("gzip;q=0, *"), accepts_gzip("identity, gzip;q=0.5"), accepts_gzip("*")
    (True, False, False, True)
    """
    weights = {}
    for part in accept_encoding.lower().split(","):
        coding, _, parameter = part.partition(";")
        weights[coding.strip()] = _weight(parameter)
    gzip = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    return gzip > 0 and gzip >= weights.get("identity", 0.0)


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
