"""One file from one address, whole or not at all; what arrived of it is kept, and the next attempt goes on there."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import urllib3
from urllib3.exceptions import HTTPError

from ingest.fetching.client import Client
from ingest.fetching.failure import FetchFailed
from ingest.fetching.kinds import check_kind
from ingest.fetching.limits import MEGABYTE, Limits
from ingest.releases.origin import Origin
from ingest.releases.progress import Progress

CHUNK = 64 * 1024
KEPT = "what arrived is kept, and fetching again goes on from there"
NOT_MODIFIED, PARTIAL, PAST_THE_END = 304, 206, 416


class FetchedFile:
    """`target` is where the file goes; beside it lie, hidden, its origin and what arrived of it."""

    def __init__(self, client: Client, address: str, target: Path, *, most: int, progress: Progress) -> None:
        self._client = client
        self._address = address
        self._target = target
        self._most = most
        self._progress = progress
        self._part = target.with_name(f".{target.name}.part")
        self._part_origin = target.with_name(f".{target.name}.part.json")
        self._whole = time.monotonic() + client.limits.whole
        self._why = ""
        self._changed = False

    def run(self, known: Origin | None) -> Origin | None:
        """The origin of the file that is now at `target`; None where it is still the one of the origin `known`.

        Raises FetchFailed.
        """
        with _disk_in_words(self._target):
            self._target.parent.mkdir(parents=True, exist_ok=True)
            for _ in range(self._client.limits.attempts):
                with self._client.open(self._address, self._headers(known)) as response:
                    if response.status == NOT_MODIFIED:
                        return None
                    if self._take(response):
                        return self._finish()
        changed = " and changed meanwhile" if self._changed else ""
        raise FetchFailed(f"{self._address} {self._why}{changed}; {KEPT}.")

    def _headers(self, known: Origin | None) -> dict[str, str]:
        origin = self._resumable
        if origin:
            return {"Range": f"bytes={self._part.stat().st_size}-", "If-Range": _validator(origin)}
        if not known:
            return {}
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in headers.items() if value}

    @property
    def _resumable(self) -> Origin | None:
        origin = Origin.load(self._part_origin)
        same = origin and origin.address == self._address and _validator(origin)
        return origin if same and self._part.is_file() and self._part.stat().st_size else None

    def _take(self, response: urllib3.BaseHTTPResponse) -> bool:
        """Whether the file is whole now."""
        goes_on = self._goes_on(response)
        self._changed |= bool(self._resumable) and not goes_on
        if response.status in (PARTIAL, PAST_THE_END) and not goes_on:
            self._part.unlink()
            self._why = "gave another part than was asked for"
            return False
        started = self._part.stat().st_size if goes_on else 0
        whole = self._whole_size(response, started)
        if not goes_on:
            _origin(self._address, response).save(self._part_origin)
        with self._part.open("ab" if goes_on else "wb") as file:
            return self._copy(response, file, started, whole)

    def _goes_on(self, response: urllib3.BaseHTTPResponse) -> bool:
        """Whether the answer begins where what arrived ends, and is of the same file."""
        origin = self._resumable
        if response.status != PARTIAL or origin is None:
            return False
        begins = re.match(r"bytes (\d+)-", response.headers.get("Content-Range", ""))
        same = _validator(_origin(self._address, response)) in (_validator(origin), "")
        return bool(same and begins and int(begins[1]) == self._part.stat().st_size)

    def _whole_size(self, response: urllib3.BaseHTTPResponse, started: int) -> int | None:
        length = response.headers.get("Content-Length", "")
        if not length.isdecimal():
            return None
        whole = started + int(length)
        if whole > self._most:
            raise FetchFailed(f"{self._address} has {_size(whole)}; at most {_size(self._most)} are taken.")
        free = shutil.disk_usage(self._target.parent).free
        if int(length) > free:
            raise FetchFailed(f"{self._address} has {_size(whole)}, and the disk has room for {_size(free)}.")
        return whole

    def _copy(self, response: urllib3.BaseHTTPResponse, file: IO[bytes], started: int, whole: int | None) -> bool:
        arrived = started
        self._progress.start(self._target.name)
        try:
            for chunk in _chunks(response, self._client.limits, self._whole):
                arrived += len(chunk)
                if arrived > self._most:
                    raise FetchFailed(f"{self._address} has more than {_size(self._most)}, and no more are taken.")
                file.write(chunk)
                file.flush()  # kept, whatever happens next
                self._progress.advance(arrived // 1024, arrived / whole if whole else 0)
        except HTTPError:
            self._why = f"broke off after {arrived:,}" + (f" of {whole:,} bytes" if whole else " bytes")
            return False
        except TooSlow as slow:
            raise FetchFailed(f"{self._address} {slow}; {KEPT}.") from slow
        return True

    def _finish(self) -> Origin:
        origin = Origin.load(self._part_origin) or Origin(self._address)
        try:
            check_kind(self._part, self._target.name, self._address)
        except FetchFailed:
            self._part.unlink()
            raise
        os.replace(self._part, self._target)
        origin.save(note_of(self._target))
        self._part_origin.unlink(missing_ok=True)
        return origin


class TooSlow(Exception):  # noqa: N818 (said of a body)
    pass


def note_of(target: Path) -> Path:
    """Where the origin of a file that was fetched is kept."""
    return target.with_name(f".{target.name}.origin.json")


def _chunks(response: urllib3.BaseHTTPResponse, limits: Limits, whole: float) -> Iterator[bytes]:
    since, arrived = time.monotonic(), 0
    while chunk := response.read1(CHUNK, decode_content=False):
        yield chunk
        arrived += len(chunk)
        now = time.monotonic()
        if now > whole:
            raise TooSlow(f"took more than {limits.whole / 60:,.0f} minutes")
        if now - since > limits.slow_after:
            if arrived < limits.bytes_a_second * (now - since):
                raise TooSlow(f"is too slow, with {arrived / (now - since):,.0f} bytes a second")
            since, arrived = now, 0


def _origin(address: str, response: urllib3.BaseHTTPResponse) -> Origin:
    headers = response.headers
    today = datetime.now(UTC).date().isoformat()
    return Origin(address, headers.get("ETag", ""), headers.get("Last-Modified", ""), today)


def _validator(origin: Origin) -> str:
    """What tells one file at an address from the next; a weak ETag does not."""
    return origin.last_modified if not origin.etag or origin.etag.startswith("W/") else origin.etag


def _size(count: int) -> str:
    return f"{count / MEGABYTE:,.1f} MB"


@contextmanager
def _disk_in_words(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        where = f"{target.name} could not be written in {target.parent}"
        raise FetchFailed(f"{where}: {problem.strerror or problem}.") from problem
