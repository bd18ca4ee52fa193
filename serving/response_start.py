"""What an application says of its response before the body (PEP 3333)."""

from collections.abc import Callable
from typing import Any

from serving.cached_response import Headers


class ResponseStart:
    """A start_response that remembers what it was told last."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []

    def __call__(self, status: str, headers: Headers, error: Any = None, /) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return _write


def _write(data: bytes) -> None:
    raise NotImplementedError("Django returns its responses, and writes none.")
