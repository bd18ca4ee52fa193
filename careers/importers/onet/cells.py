import re
from collections.abc import Callable
from typing import Any

from ingest.releases.cells import as_code, as_number, as_text, one_of, required, shortened
from ingest.releases.refusal import RowRejected

MISSING = "n/a"
_MONTH = re.compile(r"(0[1-9]|1[0-2])/((?:19|20)\d\d)")


def given(coerce: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A coercer that takes "n/a" for a blank cell.

    >>> given(as_text)("n/a"), given(as_text)("CEO")
    (None, 'CEO')
    """
    return lambda cell: coerce("" if cell == MISSING else cell)


def as_month(cell: Any) -> str | None:
    """A month as its first day in ISO 8601.

    >>> as_month("08/2023")
    '2023-08-01'
    """
    text = as_text(cell)
    if text is None:
        return None
    found = _MONTH.fullmatch(text)
    if not found:
        raise RowRejected(f"“{shortened(text)}” is not a month and a year")
    return f"{found[2]}-{found[1]}-01"


def as_words(cell: Any) -> str:
    return as_text(cell) or ""


onet_soc = required(as_code(r"\d\d-\d{4}\.\d\d", "an O*NET-SOC code"))
ELEMENT = r"\d(\.[A-Za-z0-9]{1,4}){0,7}"
element_code = required(as_code(ELEMENT, "an element of the content model"))
scale_code = required(as_code(r"[A-Z]{1,3}[0-9]?", "a scale"))
commodity_code = required(as_code(rf"\d{{8}}|{ELEMENT}", "a UNSPSC code or an element of the content model"))
text = required(as_text)
words = given(as_words)
month = given(as_month)
yes_or_no = given(one_of({"y": True, "n": False}, "Y or N"))
count = given(as_number(least=0, most=10_000_000))
number_from_one = required(as_number(least=1, most=30_000_000))
decimal = given(as_number(places=4))
