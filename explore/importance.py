from decimal import ROUND_HALF_UP, Decimal

IMPORTANT = 3
"""How important a skill is to a job that needs it, at least, on a scale from 1 to 5."""
ANSWERS = {
    1: "not important",
    2: "somewhat important",
    3: "important",
    4: "very important",
    5: "extremely important",
}
"""The five answers that people are given in O*NET's questionnaires, by the number that each counts for."""


def importance_in_words(value: Decimal) -> str:
    """O*NET's answer (1 to 5) nearest to the mean.

    >>> importance_in_words(Decimal("3.62"))
    'very important'
    """
    nearest = int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return ANSWERS[min(max(nearest, 1), 5)]
