"""Amounts of money as a reader sees them. Pure: no database."""

import re
from decimal import Decimal

from babel.numbers import format_currency, list_currencies
from django.core.exceptions import ValidationError

PLAIN = "¤#,##0.##"
WITH_CENTS = "¤#,##0.00"
AFTER_LETTERS = re.compile(r"(?<=[A-Z])(?=\d)")


def format_money(amount: Decimal, currency: str) -> str:
    """Print `amount` of the ISO 4217 `currency`: "$47,190", "CA$40,000", "$22.35", "SGD 35,000".

    Cents are shown when the amount has any, and then always two places of them. A currency without a sign of its own
    is its letters, set off by a space that does not break.
    """
    pattern = PLAIN if amount == amount.to_integral_value() else WITH_CENTS
    text = format_currency(amount, currency, pattern, locale="en_US", currency_digits=False)
    return AFTER_LETTERS.sub("\N{NO-BREAK SPACE}", text)


def validate_currency(code: str) -> None:
    """Raises ValidationError unless `code` is a currency of ISO 4217: three capital letters, "USD"."""
    if code not in list_currencies():
        raise ValidationError(f"“{code}” is no currency. A currency is its three letters in ISO 4217, such as USD.")


def rounding_step(amount: Decimal, coarsest: int = 1000) -> Decimal:
    """The step that `amount` appears to be rounded to: 10 for 47,190 and 1,000 for 38,000.

    Read from the trailing noughts, and never more than `coarsest`: an amount of 70,000 is taken
    as rounded to a thousand, since a source that rounds to ten thousand says so in words.
    """
    step = Decimal(1)
    while step < coarsest and amount and amount % (step * 10) == 0:
        step *= 10
    return step if amount == amount.to_integral_value() else Decimal("0.01")
