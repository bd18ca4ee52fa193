"""To what a number printed in words is rounded. Pure: no database."""

import re
from decimal import Decimal

_SCALES = {"thousand": Decimal(10) ** 3, "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}
_IN_WORDS = re.compile(rf"(\d+)(?:\.(\d+))? ({'|'.join(_SCALES)})\b")


def step_in_words(printed: str, value: Decimal) -> Decimal:
    """The last digit that is printed before a word for the value's size; 0 where the text has no such word.

    >>> step_in_words("about 1.6 million", Decimal(1_600_000)), step_in_words("$48,780", Decimal(48_780))
    (Decimal('100000'), Decimal('0'))
    """
    for whole, decimals, scale in _IN_WORDS.findall(printed):
        if Decimal(f"{whole}.{decimals or 0}") * _SCALES[scale] == value:
            return _SCALES[scale] / 10 ** len(decimals)
    return Decimal(0)
