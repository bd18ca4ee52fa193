"""A server that speaks RSGI, as far as an application meets it: requests, and what they are answered."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def run(work):
    """Run a coroutine in a loop of its own, in a thread of its own: a browser's tests leave one running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Headers:
    """What granian gives: found by its name in small letters, and listed as often as it was sent."""

    def __init__(self, pairs):
        self._pairs = [(name.lower(), value) for name, value in pairs]

    def get(self, name, default=None):
        return dict(reversed(self._pairs)).get(name, default)

    def items(self):
        return self._pairs


class Request:
    """A request; `headers` as a dictionary, or as pairs where one is sent twice."""

    http_version, server, client, scheme = "1.1", "127.0.0.1:8000", "127.0.0.1:54321", "http"

    def __init__(self, address="/", method="GET", headers=()):
        self.path, _, self.query_string = address.partition("?")
        self.method = method
        self.headers = Headers(headers.items() if isinstance(headers, dict) else headers)


class Reply:
    """What is answered. `parts` are sent as the request's body; the client leaves once `has_left` is set."""

    def __init__(self, parts=()):
        self.status, self.headers, self.body, self.file = None, None, b"", None
        self.has_left = asyncio.Event()
        self._parts = parts

    async def client_disconnect(self):
        await self.has_left.wait()

    async def __aiter__(self):
        for part in self._parts:
            yield part

    def response_empty(self, status, headers):
        self.status, self.headers = status, headers

    def response_bytes(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def response_file_range(self, status, headers, file, start, end):
        self.status, self.headers, self.file = status, headers, file
        self.body = Path(file).read_bytes()[start:end]

    def response_file(self, status, headers, file):
        self.status, self.headers, self.file = status, headers, file
        self.body = Path(file).read_bytes()
