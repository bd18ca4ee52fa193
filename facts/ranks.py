from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import StatisticsError, correlation

STEP = Decimal("0.0001")
"""So fine that a percentile among up to ten thousand values can be rounded to a whole number afterwards."""


def midranks(values: Sequence) -> list[float]:
    """The rank of each value, the lowest 1; equal values share the mean of the ranks that they take up.

    >>> midranks([30, 10, 20, 20])
    [4.0, 1.0, 2.5, 2.5]
    """
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + 1 + end) / 2
        start = end
    return ranks


def percentiles(values: Sequence) -> list[Decimal]:
    """The percentile of each value among all: the share that is lower, plus half of the share that is equal.

    >>> [str(percentile) for percentile in percentiles([30, 10, 20, 20])]
    ['87.5000', '12.5000', '50.0000', '50.0000']
    """
    total = len(values)
    shares = (100 * (Decimal(rank) - Decimal("0.5")) / total for rank in midranks(values))
    return [share.quantize(STEP, ROUND_HALF_UP) for share in shares]


def rank_correlation(first: Sequence, second: Sequence) -> float | None:
    """Spearman's rank correlation of two measures of the same things, from −1 to 1; None where one never varies.

    >>> rank_correlation([1, 2, 3], [10, 20, 90]), rank_correlation([1, 2, 3], [3, 2, 1])
    (1.0, -1.0)
    """
    try:
        return correlation(midranks(first), midranks(second))
    except StatisticsError:
        return None
