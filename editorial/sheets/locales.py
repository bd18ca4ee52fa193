"""Numbers and dates as spreadsheets of other countries write them. What may be read in two ways is refused."""

import re
from datetime import date

from django.core.exceptions import ValidationError

_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(\D|$))")
_COMMA_LAST = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})")
_POINTS_AND_COMMA = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+")
_THOUSANDS_BY_COMMA = re.compile(r"[+-]?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})")
_THOUSANDS_BY_POINT = re.compile(r"[+-]?\d{1,3}(\.\d{3}){2,}")
_TWO_WAYS = re.compile(r"[+-]?\d{1,3},\d{3}")
_POINTED_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")


def number_of(cell: str) -> str:
    """
    >>> number_of("47.190,50"), number_of("4,5"), number_of("1,234,567"), number_of("47 190"), number_of("1.5")
    ('47190.50', '4.5', '1234567', '47190', '1.5')
    """
    text = _SPACES.sub("", cell.strip())
    if _COMMA_LAST.fullmatch(text) or _POINTS_AND_COMMA.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _THOUSANDS_BY_COMMA.fullmatch(text):
        return text.replace(",", "")
    if _THOUSANDS_BY_POINT.fullmatch(text):
        return text.replace(".", "")
    if _TWO_WAYS.fullmatch(text):
        whole, part = text.replace(",", ""), text.replace(",", ".")
        raise ValidationError(f"“{cell}” can be read in two ways. Write {whole} or {part}.")
    return text


def date_of(cell: str) -> str:
    """
    >>> date_of("31.05.2023"), date_of("5/31/2023"), date_of("2023-05-31 00:00:00")
    ('2023-05-31', '2023-05-31', '2023-05-31')
    """
    text = _MIDNIGHT.sub("", cell.strip())
    if match := _POINTED_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
        return _iso(year, month, day, text)
    if match := _SLASHED_DATE.fullmatch(text):
        first, second, year = map(int, match.groups())
        if first <= 12 and second <= 12 and first != second:
            raise ValidationError(f"“{cell}” can be read in two ways. Write the year first: {year}-05-31.")
        return _iso(year, min(first, second), max(first, second), text)
    return text


def _iso(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text  # the form’s field says that it is no date
