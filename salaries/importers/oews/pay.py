import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from facts.marks import Mark
from ingest.releases.cells import as_number, as_text
from ingest.releases.refusal import RowRejected

HOURS_A_YEAR = 2_080
TOP_CODES = {2003: 70, 2008: 80, 2011: 90, 2016: 100, 2022: 115}
"""From that year on: the hourly wage at which the highest interval of the survey begins. Where the year of a change is
in doubt the later one stands here, since the lower bound holds in any case."""

MOST_A_YEAR, MOST_AN_HOUR = 9_999_999, 5_000
"""A year's pay has a column of seven digits: SQLite would store more, and fail to read it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell without a number; `bound` is the limit that the mark stands for."""

    mark: Mark
    bound: int | Decimal | None = None


NO_MARKS = "{}"
NOT_PUBLISHED = Marked(Mark.NOT_PUBLISHED)
SUPPRESSED = Marked(Mark.SUPPRESSED)
WITHHELD = {"**": SUPPRESSED, "***": SUPPRESSED}


def top_code(year: int) -> int:
    """The hourly wage from which releases of `year` print no number.

    >>> top_code(2011), top_code(2021), top_code(2025)
    (90, 100, 115)
    """
    return next(code for since, code in reversed(TOP_CODES.items()) if since <= year)


def as_pay(*, per_year: bool, year: int) -> Callable[[Any], Decimal | Marked | None]:
    """A coercer of yearly or hourly pay.

    >>> as_pay(per_year=True, year=2015)("#")
    Marked(mark=Mark.AT_LEAST, bound=187200)
    >>> as_pay(per_year=False, year=2024)("23.45")
    Decimal('23.45')
    """
    number = as_number(least=1, most=MOST_A_YEAR if per_year else MOST_AN_HOUR, places=0 if per_year else 2)
    top = top_code(year) * (HOURS_A_YEAR if per_year else 1)
    markers = {"#": Marked(Mark.AT_LEAST, top), "*": NOT_PUBLISHED, **WITHHELD}
    return _number_or_marker(number, markers)


def as_employment(cell: Any) -> int | Marked | None:
    """Jobs, or the mark for suppressed.

    >>> as_employment("187,910"), as_employment("**").mark.value
    (187910, 'suppressed')
    """
    return _EMPLOYMENT(cell)


def as_error(cell: Any) -> Decimal | Marked:
    error = _ERROR(cell)
    return NOT_PUBLISHED if error is None else error


def _number_or_marker(number: Any, markers: Any) -> Callable[[Any], Any]:
    def coerce(cell: Any) -> Any:
        marker = markers.get(as_text(cell)) if isinstance(cell, str) else None
        return marker or number(cell)

    return coerce


_EMPLOYMENT = _number_or_marker(as_number(least=0, most=1_000_000_000), {"*": NOT_PUBLISHED, **WITHHELD})
_ERROR = _number_or_marker(
    as_number(least=0, most=1_000, places=1), {"*": NOT_PUBLISHED, "#": NOT_PUBLISHED, **WITHHELD}
)


def with_bounds_in_order(percentiles: Sequence) -> list:
    """Raises the bound of “#” to the percentile before it: some releases print numbers above the top code."""
    found, before = list(percentiles), 0
    for place, cell in enumerate(found):
        if isinstance(cell, Marked) and cell.bound is not None and cell.bound < before:
            found[place] = Marked(cell.mark, before)
        value = value_of(found[place])
        before = before if value is None else value
    return found


def check_order(percentiles: Sequence[Decimal | int | None]) -> None:
    numbers = [value for value in percentiles if value is not None]
    if numbers != sorted(numbers):
        raise RowRejected(f"percentiles not in order: {', '.join(map(str, numbers))}", kind="percentiles not in order")


def value_of(cell: Decimal | int | Marked | None) -> Decimal | int | None:
    return cell.bound if isinstance(cell, Marked) else cell


@cache
def marks_json(marks: tuple[tuple[str, Mark], ...]) -> str:
    """{"annual_p90": {"at_least": true}}"""
    return json.dumps({field: {mark.value: True} for field, mark in marks})
