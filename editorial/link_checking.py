"""Looking up the addresses of sources, each once, one after the other."""

import http.client
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.utils import timezone

from editorial.models import LinkCheck
from facts.models import Source

SECONDS = 15
AGENT = "Mozilla/5.0 (compatible; Rungs link check)"
#: Answers by which a server says that it will not talk to programs, not that the page is gone.
SHUT_TO_PROGRAMS = (401, 403, 405, 406, 429, 999)
#: After so many addresses in a row that cannot be reached, it is our own network that is away.
AWAY_AFTER = 5


class NetworkAway(Exception):  # noqa: N818 - what happened, rather than what went wrong
    """Nothing answers: nothing is recorded."""


@dataclass(frozen=True)
class LinkAnswer:
    """`reached` tells a server that refuses from a network that is away."""

    url: str
    text: str
    is_good: bool
    reached: bool = True


def source_addresses() -> list[str]:
    """Each once."""
    pairs = Source.objects.order_by("pk").values_list("url", "licence_url")
    return list(dict.fromkeys(url for pair in pairs for url in pair if url))


def check_links(urls: Iterable[str], look_up: Callable[[str], LinkAnswer]) -> Iterator[LinkAnswer]:
    """Raises NetworkAway, before anything is recorded, where the first ones cannot be reached at all."""
    waiting: list[LinkAnswer] = []
    for url in urls:
        answer = look_up(url)
        waiting.append(answer)
        if any(one.reached for one in waiting):
            yield from map(_recorded, waiting)
            waiting = []
        elif len(waiting) >= AWAY_AFTER:
            break
    if waiting:
        raise NetworkAway(f"{waiting[0].url}: {waiting[0].text}")


def _recorded(answer: LinkAnswer) -> LinkAnswer:
    known = LinkCheck.objects.filter(url=answer.url).first() or LinkCheck(url=answer.url)
    known.failures = 0 if answer.is_good else known.failures + 1
    known.answer, known.checked_at = answer.text[:200], timezone.now()
    known.save()
    return answer


def look_up(url: str, *, may_be_local: bool = False) -> LinkAnswer:
    """Ask for the head of a page, or the page where a server gives no heads. Never an address of our own network."""
    try:
        answer = _ask(url, "HEAD", may_be_local)
        return answer if answer.is_good else _ask(url, "GET", may_be_local)
    except HTTPError as error:
        return _refused(url, error)
    except (URLError, OSError, http.client.HTTPException, ssl.SSLError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return LinkAnswer(url, f"Not reached: {reason}", is_good=False, reached=isinstance(error, ValueError))


def _ask(url: str, method: str, may_be_local: bool) -> LinkAnswer:
    opener = build_opener(_Redirects(may_be_local), ProxyHandler())
    _check(url, may_be_local)
    request = Request(url, method=method, headers={"User-Agent": AGENT})  # noqa: S310 - checked above
    try:
        with opener.open(request, timeout=SECONDS) as response:
            return LinkAnswer(url, f"{response.status} {response.reason}", is_good=True)
    except HTTPError as error:
        if method == "GET":
            raise
        return _refused(url, error)


def _refused(url: str, error: HTTPError) -> LinkAnswer:
    return LinkAnswer(url, f"{error.code} {error.reason}", is_good=error.code in SHUT_TO_PROGRAMS)


class _Redirects(HTTPRedirectHandler):
    def __init__(self, may_be_local: bool) -> None:
        self.may_be_local = may_be_local

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        _check(newurl, self.may_be_local)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(url: str, may_be_local: bool) -> None:
    """Raises ValueError for what is no address of the public web."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("It is no address of the web.")
    if may_be_local:
        return
    found = socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP)
    if not all(ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found):
        raise ValueError("It is an address of a network of our own.")
