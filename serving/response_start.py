"""The WSGI start of a response (PEP 3333)."""

from collections.abc import Callable
from typing import Any

from serving.cached_response import Headers


class ResponseStart:
    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []

    def __call__(self, status: str, headers: Headers, error: Any = None, /) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return _write


def _write(data: bytes) -> None:
    raise NotImplementedError("Django returns its responses, and writes none.")
