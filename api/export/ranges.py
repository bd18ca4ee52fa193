"""Which bytes of a file a request asks for (RFC 9110, 14)."""

import re
from typing import NamedTuple

ONE_RANGE = re.compile(r"bytes=\s*(?:(?P<first>\d{1,18})-(?P<last>\d{1,18})?|-(?P<length>\d{1,18}))\s*", re.ASCII)


class Unsatisfiable(Exception):  # noqa: N818 - what was asked, rather than a mistake
    """The file has none of these bytes."""


class Span(NamedTuple):
    """From `start` up to, and without, `end`."""

    start: int
    end: int


def span_of(asked: str, size: int) -> Span | None:
    """None for the whole file, which also answers several ranges at once. Raises Unsatisfiable.

    >>> span_of("bytes=0-4", 10), span_of("bytes=5-", 10), span_of("bytes=-3", 10), span_of("lines=1-2", 10)
    (Span(start=0, end=5), Span(start=5, end=10), Span(start=7, end=10), None)
    """
    match = ONE_RANGE.fullmatch(asked)
    if match is None:
        return None
    if match["length"] is not None:
        start, end = max(0, size - int(match["length"])), size
    else:
        start, end = int(match["first"]), min(size, int(match["last"] or size) + 1)
        if match["last"] and int(match["last"]) < start:
            return None
    if start >= end:
        raise Unsatisfiable
    return Span(start, end)
