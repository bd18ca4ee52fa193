import re
from decimal import Decimal

from babel.numbers import format_currency, list_currencies
from django.core.exceptions import ValidationError

PLAIN = "¤#,##0.##"
WITH_CENTS = "¤#,##0.00"
AFTER_LETTERS = re.compile(r"(?<=[A-Z])(?=\d)")


def format_money(amount: Decimal, currency: str) -> str:
    """ "$47,190", "CA$40,000", "$22.35", "SGD 35,000" (no-break space); cents only if any."""
    pattern = PLAIN if amount == amount.to_integral_value() else WITH_CENTS
    text = format_currency(amount, currency, pattern, locale="en_US", currency_digits=False)
    return AFTER_LETTERS.sub("\N{NO-BREAK SPACE}", text)


def validate_currency(code: str) -> None:
    """Raises ValidationError unless `code` is an ISO 4217 code."""
    if code not in list_currencies():
        raise ValidationError(f"“{code}” is no currency. A currency is its three letters in ISO 4217, such as USD.")


MILLION = 1_000_000


def rounding_step(amount: Decimal) -> Decimal:
    """10 for 47,190; 1,000 for 38,000 and 40,000; 100,000 for 1,600,000, which is printed as 1.6 million."""
    coarsest = MILLION // 10 if abs(amount) >= MILLION else 1_000
    step = Decimal(1)
    while step < coarsest and amount and amount % (step * 10) == 0:
        step *= 10
    return step if amount == amount.to_integral_value() else Decimal("0.01")
