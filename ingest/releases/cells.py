"""Coercers: functions from a cell (text, or a number from a workbook) to a value, None for a blank one.

They raise RowRejected. Pure: no database.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ingest.releases.bounds import MAX_CELL
from ingest.releases.refusal import RowRejected, UnknownMarker

HYPHENS = str.maketrans("‐‑‒–—−", "------")
REMEMBERED = 200_000  # distinct cells of one column
LARGEST, LONGEST = 10**15, 25  # a number, and its characters
_MARKER = re.compile(r"[^\w\s]{1,5}|[A-Z]{1,2}|[(\[]\w{1,2}[)\]]")
_NUMBER = re.compile(r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?|[+-]?\.[0-9]+")


class CoercedCells(dict):
    """Remembers what a column's cells became: looking up is faster than coercing again."""

    def __init__(self, coerce: Callable[[Any], Any]) -> None:
        super().__init__()
        self._coerce = coerce

    def __missing__(self, cell: Any) -> Any:
        if len(self) >= REMEMBERED:
            self.clear()
        value = self[cell] = self._coerce(cell)
        return value


def as_text(cell: Any) -> str | None:
    """The cell's text with single blanks.

    >>> as_text("  Registered   Nurses ")
    'Registered Nurses'
    >>> as_text(11.0), as_text("")
    ('11', None)
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split()) if cell is not None else ""
    if len(text) > MAX_CELL:
        raise RowRejected(f"a cell holds {len(text):,} characters")
    return text or None


def as_code(pattern: str, meaning: str) -> Callable[[Any], str | None]:
    """A coercer of codes that match `pattern` as a whole; typographic hyphens are taken for plain ones.

    >>> soc = as_code(r"[0-9]{2}-[0-9]{4}", "a SOC code")
    >>> soc(" 29‑2072 ")
    '29-2072'
    >>> soc("29-207")
    Traceback (most recent call last):
    ingest.releases.refusal.RowRejected: “29-207” is not a SOC code
    """
    whole = re.compile(pattern)

    def coerce(cell: Any) -> Any:
        text = as_text(cell)
        if text is None:
            return None
        code = text.translate(HYPHENS)
        if not whole.fullmatch(code):
            raise RowRejected(f"“{shortened(text)}” is not {meaning}")
        return code

    return coerce


def as_number(
    *, least: int | None = None, most: int | None = None, places: int = 0
) -> Callable[[Any], Decimal | int | None]:
    """A coercer of numbers from `least` to `most` with at most so many decimal `places`: whole ones where that is none.

    >>> as_number(places=2)("1,234.50")
    Decimal('1234.50')
    >>> as_number()(48780.0)
    48780
    >>> as_number(least=0)("-3")
    Traceback (most recent call last):
    ingest.releases.refusal.RowRejected: -3 is below 0
    >>> as_number(most=100)("1,00")
    Traceback (most recent call last):
    ingest.releases.refusal.RowRejected: “1,00” is not a number
    """
    step = Decimal(1).scaleb(-places)

    def coerce(cell: Any) -> Any:
        number = _number(cell)
        if number is None:
            return None
        if least is not None and number < least:
            raise RowRejected(f"{number:,} is below {least:,}")
        if most is not None and number > most:
            raise RowRejected(f"{number:,} is above {most:,}")
        if number.as_tuple().exponent < -places and number != number.quantize(step):
            raise RowRejected(f"{number:,} has more than {places} decimal places")
        return number if places else int(number)

    return coerce


def one_of(values: dict[str, Any], meaning: str) -> Callable[[Any], Any]:
    """A coercer of words, in any case, to what `values` makes of them.

    >>> one_of({"true": True}, "a flag")("TRUE")
    True
    """

    def coerce(cell: Any) -> Any:
        text = as_text(cell)
        if text is not None and text.lower() not in values:
            raise RowRejected(f"“{shortened(text)}” is not {meaning}")
        return None if text is None else values[text.lower()]

    return coerce


def required(coerce: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A coercer that rejects a blank cell.

    >>> required(as_text)("")
    Traceback (most recent call last):
    ingest.releases.refusal.RowRejected: is blank
    """

    def coerce_something(cell: Any) -> Any:
        value = coerce(cell)
        if value is None:
            raise RowRejected("is blank")
        return value

    return coerce_something


def shortened(text: str, length: int = 60) -> str:
    return text if len(text) <= length else f"{text[:length]}…"


def _number(cell: Any) -> Any:
    if isinstance(cell, str):
        return _written(cell.strip()) if cell.strip() else None
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < LARGEST:
        return Decimal(str(cell))
    if cell is None:
        return None
    raise RowRejected(f"“{shortened(str(cell))}” is not a number")


def _written(text: str) -> Any:
    if _MARKER.fullmatch(text):
        raise UnknownMarker(f"“{text}” is no marker that is known")
    if not _NUMBER.fullmatch(text) or len(text) > LONGEST:
        raise RowRejected(f"“{shortened(text)}” is not a number")
    return Decimal(text.replace(",", ""))
