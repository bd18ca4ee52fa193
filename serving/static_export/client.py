from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from wsgiref.util import setup_testing_defaults

from serving.response_start import ResponseStart

Application = Callable[[dict[str, Any], Callable], Iterable[bytes]]


@dataclass
class ExportedResponse:
    """Status, media type ("text/html"), and the body as an iterator."""

    status: int
    media_type: str
    pieces: Iterator[bytes]


def ask(application: Application, site: str, address: str) -> ExportedResponse:
    """`address` is a quoted path, `site` is "https://rungs.example"."""
    start = ResponseStart()
    pieces = _closing(application(_environ(site, address), start))
    fields = {name.lower(): value for name, value in start.headers}
    media_type = fields.get("content-type", "").partition(";")[0].strip()
    return ExportedResponse(int(start.status.split()[0]), media_type, pieces)


def _environ(site: str, address: str) -> dict[str, Any]:
    parts = urlsplit(site)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    environ: dict[str, Any] = {
        "PATH_INFO": unquote_to_bytes(address).decode("latin-1"),  # as WSGI has it
        "HTTP_HOST": parts.netloc,
        "SERVER_NAME": parts.hostname,
        "SERVER_PORT": str(port),
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": parts.scheme,
    }
    setup_testing_defaults(environ)
    return environ


def _closing(body: Iterable[bytes]) -> Iterator[bytes]:
    try:
        yield from body
    finally:
        getattr(body, "close", lambda: None)()
