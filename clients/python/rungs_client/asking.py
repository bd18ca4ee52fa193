"""Requests, and what is wrong with one in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a request: `code` is for programs, `message` for people."""

    parameter: str | None
    code: str
    message: str


class RungsError(Exception):
    """What the site answered in place of rows, with everything wrong."""

    def __init__(self, status: int, detail: str, problems: list[Problem]):
        super().__init__(f"{status}: {detail} {' '.join(problem.message for problem in problems)}".strip())
        self.status, self.detail, self.problems = status, detail, problems


class Asking:
    """A site to ask, and the edition to ask of; the newest unless told."""

    def __init__(self, site: str) -> None:
        self.site = site.rstrip("/")

    def get(self, path: str, query: Mapping[str, Any] | None = None) -> Any:
        """The JSON at a path of the API, or at a whole address of it. Raises RungsError."""
        with self.open(self.address(path, query)) as answer:
            return json.load(answer)

    def open(self, address: str) -> Any:
        """Raises RungsError."""
        try:
            return urlopen(Request(address, headers={"User-Agent": "rungs-client/1"}), timeout=SECONDS)  # noqa: S310
        except HTTPError as error:
            raise _read(error) from None

    def address(self, path: str, query: Mapping[str, Any] | None = None) -> str:
        whole = path if "://" in path else f"{self.site}/api/v1/{path}"
        given = {name: _written(value) for name, value in (query or {}).items() if value is not None}
        return f"{whole}?{urlencode(given)}" if given else whole


def part(value: object) -> str:
    """A part of an address."""
    return quote(str(value), safe="")


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _read(error: HTTPError) -> RungsError:
    try:
        told = json.load(error)
        problems = [Problem(each["parameter"], each["code"], each["message"]) for each in told["errors"]]
        return RungsError(error.code, told["detail"], problems)
    except (ValueError, KeyError, TypeError):
        return RungsError(error.code, error.reason, [])
