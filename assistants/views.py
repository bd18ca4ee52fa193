"""MCP by streamable HTTP, one request and one answer in JSON: docs/decisions/assistants.md says why."""

import threading
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from assistants.caller import finish
from assistants.rate import RateLimit
from facts.client_ip import address_of

LARGEST_REQUEST = 64 * 1024
INSTALLED = find_spec("mcp") is not None
INVALID_REQUEST = -32600
limit = RateLimit()
_own = threading.local()


@csrf_exempt  # it sets no cookie and knows nobody
def endpoint(request: HttpRequest) -> HttpResponse:
    refusal = _refusal(request)
    if refusal is not None:
        return refusal
    answer = finish(_ask(_server(), _scope(request), request.body))
    answer["Cache-Control"] = "no-store"
    return answer


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if not INSTALLED:
        return _error(501, "This site runs without its MCP server: pip install 'rungs[assistants]'.")
    if not _is_ours(request.headers.get("Origin", ""), request):
        return _error(403, "Pages of other sites may not ask here. RUNGS_MCP_ORIGINS names those that may.")
    if request.method != "POST":
        return _error(405, "Send a JSON-RPC message by POST; there is no stream to listen to.", {"Allow": "POST"})
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_REQUEST:
        return _error(413, f"A message has at most {LARGEST_REQUEST:,} bytes.")
    if wait := limit.wait(address_of(request)):
        return _error(429, f"You ask too often. Ask again in {wait} seconds.", {"Retry-After": str(wait)})
    return None


def _is_ours(origin: str, request: HttpRequest) -> bool:
    """Programs send none; a browser sends that of its page."""
    return not origin or origin in settings.MCP_ORIGINS or urlsplit(origin).netloc == request.get_host()


def _error(status: int, message: str, headers: dict[str, str] | None = None) -> HttpResponse:
    error = {"jsonrpc": "2.0", "id": None, "error": {"code": INVALID_REQUEST, "message": message}}
    return JsonResponse(error, status=status, headers=headers)


def _scope(request: HttpRequest) -> dict[str, Any]:
    """As ASGI 3 tells of a request."""
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in request.headers.items()
    ]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": request.scheme,
        "path": "/mcp",
        "raw_path": b"/mcp",
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "server": (request.get_host(), None),
        "client": None,
    }


def _bytes(text: str) -> bytes:
    return text.encode("latin-1", "replace")


async def _ask(server: Any, scope: dict[str, Any], body: bytes) -> HttpResponse:
    """By the SDK's own application, for one request."""
    from mcp.server.transport_security import TransportSecuritySettings

    checked = TransportSecuritySettings(enable_dns_rebinding_protection=False)  # by the view
    application = server.streamable_http_app(json_response=True, stateless_http=True, transport_security=checked)
    sent: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    async with server.session_manager.run():
        await application(scope, receive, send)
    return _response(sent)


def _server() -> Any:
    """This thread's."""
    from assistants.server import make_server

    if not hasattr(_own, "server"):
        _own.server = make_server()
    return _own.server


def _response(sent: list[dict[str, Any]]) -> HttpResponse:
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    response = HttpResponse(body, status=start["status"])
    del response["Content-Type"]
    for name, value in start["headers"]:
        if name.lower() != b"content-length":
            response[name.decode()] = value.decode()
    return response
