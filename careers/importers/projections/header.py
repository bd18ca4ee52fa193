"""Headers of one to three rows made one. Pure: no database."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ingest.releases.cells import HYPHENS
from ingest.releases.columns import HEADER_WITHIN
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Row, Rows

_FOOTNOTE = re.compile(r"\s*[\[(]\d+[\])]")
_BELOW = re.compile(r"(19|20)\d\d|number|percent( distribution)?|", re.IGNORECASE)
_WINDOW = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|and projected)\s*((?:19|20)?\d\d)\b")
CENTURY = 100


@dataclass(frozen=True, slots=True)
class Window:
    start: int
    end: int

    @property
    def slug(self) -> str:
        return f"{self.start}-{self.end % CENTURY:02}"

    @property
    def label(self) -> str:
        return self.slug.replace("-", "–")

    @property
    def pattern(self) -> str:
        return rf"{self.start}-(?:{self.end // CENTURY})?{self.end % CENTURY:02}"


def window_in(text: str) -> Window | None:
    """The first window in a title or a label, or None.

    >>> window_in("Table 1.2 Occupational projections, 2024–2034, and worker characteristics").label
    '2024–34'
    >>> window_in("Table 1.2 Employment by detailed occupation, 2014 and projected 2024").slug
    '2014-24'
    """
    found = _WINDOW.search(text.translate(HYPHENS))
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return Window(start, end if end > start else start // CENTURY * CENTURY + end)


def window_of(rows: Rows) -> Window:
    for row in _first(rows):
        for cell in row:
            if window := window_in(str(cell)):
                return window
    raise ImportRefused(f"{rows.name} does not say from which year to which it projects.")


def _first(rows: Rows) -> Iterator[Row]:
    return (row for row, _ in zip(rows, range(HEADER_WITHIN), strict=False))


def with_one_header(rows: Rows) -> Rows:
    """ "Employment" above "2014" becomes "Employment 2014"; repeated names get "(2)"."""
    return Rows(rows.name, _with_one_header(iter(rows)), done=lambda: rows.done)


def _with_one_header(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if not _is_header(row):
            yield row
            continue
        names, below = _filled(row), next(rows, [])
        spans = [bool(_text(cell)) for cell in row]
        while _is_below(below):
            yield []  # so that rows keep their numbers
            names, spans = _joined(names, below, spans)
            below = next(rows, [])
        yield _named(names)
        yield below
        break
    yield from rows


def _is_header(row: Row) -> bool:
    return any("national employment matrix" in str(cell).lower() for cell in row)


def _is_below(row: Row) -> bool:
    texts = [_text(cell) for cell in row]
    return any(texts) and all(_BELOW.fullmatch(text) for text in texts)


def _filled(row: Row) -> list[str]:
    texts: list[str] = []
    for cell in row:
        texts.append(_text(cell) or (texts[-1] if texts else ""))
    return texts


def _joined(above: Sequence[str], below: Row, begins: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """`begins` marks cells of the row above that start a new heading."""
    names, starts, words = [], [], ""
    for name, cell, is_new in zip(above, chain(map(_text, below), [""] * len(above)), begins, strict=False):
        words = cell if cell or is_new else words
        names.append(" ".join(filter(None, (name, words))))
        starts.append(is_new or bool(cell))
    return names, starts


def _named(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    counts: dict[str, int] = {}
    named = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        named.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return named


def _text(cell: Any) -> str:
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return " ".join(_FOOTNOTE.sub("", text.translate(HYPHENS)).split())
