import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.durations import format_months, format_months_range

MONTHS = st.integers(min_value=0, max_value=600)


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (12, "12 months"),
        (18, "18 months"),
        (24, "2 years"),
        (30, "30 months"),
        (48, "4 years"),
    ],
)
def test_a_length_is_in_years_from_two_whole_years_on(months, text):
    assert format_months(months) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (6, 12, "6 to 12 months"),
        (24, 48, "2 to 4 years"),
        (12, 24, "12 to 24 months"),
        (18, 24, "18 to 24 months"),
        (24, 24, "2 years"),
        (3, None, "3 months or more"),
        (36, None, "3 years or more"),
        (None, 18, "up to 18 months"),
        (None, None, ""),
    ],
)
def test_a_range_has_both_ends_in_one_unit(low, high, text):
    assert format_months_range(low, high) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(6, 12, "6 to 12 months or more"), (12, 12, "12 months or more"), (12, None, "12 months or more")],
)
def test_an_open_end_is_said_once(low, high, text):
    assert format_months_range(low, high, open_ended=True) == text


@given(MONTHS, MONTHS)
def test_the_months_can_be_read_back_from_the_text(one, other):
    low, high = sorted((one, other))
    text = format_months_range(low, high)
    size = 12 if "year" in text else 1
    numbers = [int(number) * size for number in re.findall(r"\d+", text)]
    assert numbers == ([low] if low == high else [low, high])
