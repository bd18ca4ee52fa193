import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlencode

from deploy.cluster import SERVERS
from deploy.database import HOST

PORT = SERVERS[0]
PATIENCE = 120
"""Seconds for which a client waits."""


@dataclass(frozen=True)
class ClientOutcome:
    """Fine is a complete response, or a refusal with Retry-After."""

    words: str
    is_fine: bool


@dataclass(frozen=True)
class Flood:
    """`seconds` applies where the client decides."""

    words: str
    clients: int
    client: Callable[[float], ClientOutcome]

    def run(self, seconds: float) -> list[ClientOutcome]:
        with ThreadPoolExecutor(self.clients) as threads:
            return list(threads.map(self._fare, [seconds] * self.clients))

    def _fare(self, seconds: float) -> ClientOutcome:
        try:
            return self.client(seconds)
        except (OSError, HTTPException) as error:
            return ClientOutcome(type(error).__name__, is_fine=False)


def download(seconds: float) -> ClientOutcome:
    return _outcome(_ask("GET", _newest_download()))


def read_nothing(seconds: float) -> ClientOutcome:
    address = _newest_download(".ndjson.gz")
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        client.connect((HOST, PORT))
        client.sendall(f"GET {address} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        time.sleep(seconds)
        return ClientOutcome("read nothing", is_fine=client.recv(12) == b"HTTP/1.1 200")


def sign_in(seconds: float) -> ClientOutcome:
    """With a wrong password; 429 after too many."""
    form = _ask("GET", "/admin/login/")
    token = re.search("csrftoken=([^;]+)", form.headers["Set-Cookie"] or "")
    if token is None:
        return _outcome(form)
    body = urlencode({"csrfmiddlewaretoken": token[1], "username": "nobody", "password": "wrong"})
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"csrftoken={token[1]}"}
    return _outcome(_ask("POST", "/admin/login/", body, headers))


def send_slowly(seconds: float) -> ClientOutcome:
    """One header byte per second."""
    with socket.create_connection((HOST, PORT), timeout=PATIENCE) as client:
        client.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX-Slow: ".encode())
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                client.sendall(b"a")
            except OSError:
                return ClientOutcome("cut off", is_fine=True)
            time.sleep(1)
    return ClientOutcome("let be", is_fine=True)


@dataclass
class HealthWaits:
    """Seconds; those of a bare server, asked by turns with /healthz, are the machine's and the client's own."""

    healthz: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


@contextmanager
def health_waits() -> Iterator[HealthWaits]:
    """What each request took during the block, measured in a process without other clients."""
    waits = HealthWaits()
    command = [sys.executable, "-m", "deploy.health_watch", str(PORT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        yield waits
        told, _ = process.communicate()  # its input ends, and so does it
    waits.healthz, waits.bare = json.loads(told)


def _ask(method: str, address: str, body: str | None = None, headers: dict[str, str] | None = None) -> HTTPResponse:
    connection = HTTPConnection(HOST, PORT, timeout=PATIENCE)
    try:
        connection.request(method, address, body, headers or {})
        response = connection.getresponse()
        response.text = response.read()  # type: ignore[attr-defined]
        return response
    finally:
        connection.close()


def _newest_download(suffix: str = "-csv.zip") -> str:
    page = _ask("GET", "/download/").text.decode()  # type: ignore[attr-defined]
    match = re.search(rf"/download/\d+/rungs{re.escape(suffix)}", page)
    if match is None:
        raise HTTPException("no download is named")
    return match[0]


def _outcome(response: HTTPResponse) -> ClientOutcome:
    is_refusal = response.status in (429, 503) and response.headers["Retry-After"] is not None
    return ClientOutcome(str(response.status), is_fine=response.status == 200 or is_refusal)
