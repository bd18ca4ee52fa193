"""Our calculations on a program: tuition against earnings, earnings against official pay. No database."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from education.models import ProgramOutcome

YEARS = {ProgramOutcome.Level.ASSOCIATE.value: 2, ProgramOutcome.Level.BACHELOR.value: 4}
"""Years of full-time study; other levels have no usual length, or no tuition of undergraduates."""
MONTHS = 12
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Payback:
    """Tuition of the whole program in months of what its graduates earn. Dollars, of a year each."""

    years: int
    tuition: int
    earnings: int

    @property
    def cost(self) -> int:
        return self.years * self.tuition

    @property
    def months(self) -> Decimal:
        return (Decimal(self.cost) * MONTHS / self.earnings).quantize(TENTH, ROUND_HALF_UP)

    @property
    def sum(self) -> str:
        """ "2 × $5,388 = $10,776"."""
        return f"{self.years} × ${self.tuition:,} = ${self.cost:,}"


def payback_of(level: str, tuition: int | None, earnings: int | None) -> Payback | None:
    """None where either is missing, or the level has no usual length."""
    if level not in YEARS or tuition is None or not earnings:
        return None
    return Payback(YEARS[level], tuition, earnings)


def gap_in_words(earnings: int, pay: Decimal) -> str:
    """How far earnings are from official pay.

    >>> pay = Decimal(50_250)
    >>> gap_in_words(39_604, pay), gap_in_words(60_300, pay), gap_in_words(50_300, pay)
    ('21% below', '20% above', 'about equal to')
    """
    percent = int(((earnings - pay) * 100 / pay).quantize(Decimal(1), ROUND_HALF_UP))
    if not percent:
        return "about equal to"
    return f"{abs(percent)}% {'above' if percent > 0 else 'below'}"
