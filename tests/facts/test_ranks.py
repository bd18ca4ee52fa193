"""Where numbers stand among others, and whether two measures order the same things alike."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.ranks import midranks, percentiles, rank_correlation


def test_a_percentile_is_the_share_that_is_lower_and_half_of_the_ties():
    assert percentiles([1, 2, 2, 2, 9]) == [Decimal(10), Decimal(50), Decimal(50), Decimal(50), Decimal(90)]
    assert percentiles([7]) == [Decimal(50)]
    assert percentiles([]) == []


@given(st.lists(st.integers(min_value=-5, max_value=5), min_size=1, max_size=60))
def test_percentiles_are_what_counting_gives(values):
    counted = [
        100 * (sum(other < value for other in values) + sum(other == value for other in values) / 2) / len(values)
        for value in values
    ]
    assert [float(percentile) for percentile in percentiles(values)] == pytest.approx(counted, abs=0.0051)


@given(st.lists(st.integers(), min_size=1, max_size=60))
def test_ranks_sum_to_what_ranks_without_ties_sum_to(values):
    assert sum(midranks(values)) == len(values) * (len(values) + 1) / 2


def test_rank_correlation_of_a_worked_example():
    hours_of_television = [7, 6, 2, 8, 20, 28, 12, 6.5, 29, 50]
    scores = [100, 86, 101, 99, 103, 97, 113, 112, 110, 106]
    by_formula = 1 - 6 * _squares(hours_of_television, scores) / (10 * 99)
    assert rank_correlation(hours_of_television, scores) == pytest.approx(by_formula)


def test_only_the_order_counts():
    assert rank_correlation([1, 2, 3, 4], [1, 10, 100, 1000]) == pytest.approx(1)


def test_what_never_varies_has_no_correlation():
    assert rank_correlation([1, 1, 1], [1, 2, 3]) is None


def _squares(first, second):
    return sum((sorted(first).index(a) - sorted(second).index(b)) ** 2 for a, b in zip(first, second, strict=True))
