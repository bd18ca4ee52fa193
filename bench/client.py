"""Single HTTP requests as browsers send them."""

from dataclasses import dataclass
from gzip import decompress
from http.client import HTTPConnection, HTTPResponse

from bench.servers import HOST, Server

AS_A_BROWSER = {"Accept-Encoding": "gzip"}


@dataclass(frozen=True)
class ClientResponse:
    """Status, headers, and the body both as sent and decoded."""

    status: int
    headers: dict[str, str]
    sent: bytes

    @property
    def body(self) -> bytes:
        return decompress(self.sent) if self.headers.get("content-encoding") == "gzip" else self.sent


def ask(server: Server, address: str, headers: dict[str, str] | None = None) -> ClientResponse:
    connection = HTTPConnection(HOST, server.port, timeout=60)
    try:
        connection.request("GET", address, headers=AS_A_BROWSER | (headers or {}))
        return _read(connection.getresponse())
    finally:
        connection.close()


def ask_well(server: Server, address: str, headers: dict[str, str] | None = None) -> ClientResponse:
    answer = ask(server, address, headers)
    if answer.status not in (200, 304):
        raise SystemExit(f"{server.url}{address} is answered with {answer.status}: {answer.body[:500]!r}")
    return answer


def _read(response: HTTPResponse) -> ClientResponse:
    return ClientResponse(
        response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    )
