from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from ingest.fetching.failure import FetchFailed, NotThere
from ingest.fetching.limits import Limits

REDIRECTS = (301, 302, 303, 307, 308)
GONE = (404, 410)
BUSY = (429, 500, 502, 503, 504)
ANSWERS = (200, 206, 304, 416)


class Client:
    """Asks for files by GET, with a contact in the User-Agent; follows redirects within a host."""

    def __init__(self, *, contact: str = "", limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.contact = contact
        agent = f"Rungs/1 ({contact})" if contact else "Rungs/1"
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"},
            timeout=urllib3.Timeout(connect=self.limits.connect, read=self.limits.silence),
            retries=False,
        )

    @contextmanager
    def open(self, address: str, headers: Mapping[str, str] | None = None) -> Iterator[urllib3.BaseHTTPResponse]:
        """An answer with a file, a part of one, or 304; raises FetchFailed."""
        response = self._follow(address, dict(headers or {}))
        try:
            _check_status(address, response.status)
            yield response
        finally:
            response.close()

    def text(self, address: str) -> str:
        with self.open(address) as response:
            try:
                return response.read(self.limits.listing_bytes).decode("utf-8", "replace")
            except HTTPError as problem:
                raise FetchFailed(f"{address} broke off: {_words(problem)}.") from problem

    def _follow(self, address: str, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        there = address
        for _ in range(self.limits.redirects + 1):
            response = self._get(there, headers)
            if response.status not in REDIRECTS:
                return response
            target = urljoin(there, response.headers.get("Location", ""))
            response.close()
            _check_redirect(address, target)
            there = target
        raise FetchFailed(f"{address} leads on and on: more than {self.limits.redirects} redirects.")

    def _get(self, address: str, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        try:
            return self._pool.request(
                "GET", address, headers={**self._pool.headers, **headers}, redirect=False, preload_content=False
            )
        except HTTPError as problem:
            raise FetchFailed(f"{_host(address)} could not be reached: {_words(problem)}.") from problem


def _check_status(address: str, status: int) -> None:
    if status in GONE:
        raise NotThere(f"There is no file at {address} (status {status}).")
    if status in (401, 403):
        raise FetchFailed(f"{_host(address)} refused to give {address} to a program (status {status}).")
    if status in BUSY:
        raise FetchFailed(f"{_host(address)} is busy or out of order (status {status}); try again later.")
    if status not in ANSWERS:
        raise FetchFailed(f"{_host(address)} answered {address} with status {status}.")


def _check_redirect(address: str, target: str) -> None:
    before, after = urlsplit(address), urlsplit(target)
    if after.hostname != before.hostname:
        raise FetchFailed(f"{address} leads to another host, {after.hostname}, which was not followed.")
    if after.scheme != before.scheme and after.scheme != "https":
        raise FetchFailed(f"{address} leads to {target}, without encryption, which was not followed.")


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _words(problem: Exception) -> str:
    return str(problem.__cause__ or problem).rstrip(".")
