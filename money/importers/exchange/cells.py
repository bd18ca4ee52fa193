from datetime import date
from typing import Any

from ingest.releases.cells import as_code, as_number, as_text, required, shortened
from ingest.releases.refusal import RowRejected

NO_RATE = ("n/a", "nd", "")


def as_day(cell: Any) -> date:
    """A day in ISO 8601.

    >>> as_day("2026-10-30")
    datetime.date(2026, 10, 30)
    """
    try:
        return date.fromisoformat(as_text(cell) or "")
    except ValueError as problem:
        raise RowRejected(f"“{shortened(str(cell))}” is not a day", kind="is not a day") from problem


def as_rate(cell: Any) -> Any:
    """A rate above nought; RowRejected where there is none.

    >>> as_rate("1.1172")
    Decimal('1.1172')
    >>> as_rate("N/A")
    Traceback (most recent call last):
    ingest.releases.refusal.RowRejected: no rate is given
    """
    if str(cell).strip().lower() in NO_RATE:
        raise RowRejected("no rate is given")
    rate = _number(cell)
    if rate == 0:
        raise RowRejected("a rate of nought")
    return rate


_number = required(as_number(least=0, most=999_999_999, places=6))
currency_code = required(as_code(r"[A-Z]{3}", "a currency of ISO 4217"))
