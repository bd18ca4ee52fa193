"""Addresses in documents that are kept: written without a host, and given that of the request that reads them."""

import re
from typing import Any

from rest_framework.request import Request

MARK = "site:"
"""Stands before the path of an address of ours, where an answer has the scheme and host."""


OPENED = re.compile(rf'(?<=[\[:,])"{MARK}/')
"""The mark where a text of JSON begins: a quote within one has a backslash before it."""


def with_host_in_json(text: str, request: Request) -> str:
    site = request.build_absolute_uri("/")
    return OPENED.sub(lambda _: f'"{site}', text)


def with_host(value: Any, request: Request) -> Any:
    return _with_host(value, request.build_absolute_uri("/").rstrip("/"))


def _with_host(value: Any, site: str) -> Any:
    if isinstance(value, str):
        return site + value.removeprefix(MARK) if value.startswith(f"{MARK}/") else value
    if isinstance(value, dict):
        return {name: _with_host(each, site) for name, each in value.items()}
    return [_with_host(each, site) for each in value] if isinstance(value, list) else value
