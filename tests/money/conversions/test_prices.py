"""An amount in another time's money is worked out by the price index, and never where the index is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.marks import Mark
from facts.periods import Period
from money.conversions import NotComputable
from money.prices import Prices
from tests.money.conversions.amounts import GROWTH, HOURLY, MAY_2023, MEDIAN, RELEASE

LEVELS = {
    (2015, None): Decimal("237.017"),
    (2023, 5): Decimal("304.127"),
    (2024, None): Decimal("313.689"),
    (2025, 9): Decimal("324.800"),
    (2025, 11): Decimal("324.122"),
    (2025, None): Decimal("321.943"),
    (2026, 8): Decimal("334.980"),
}
PRICES = Prices(RELEASE, LEVELS)
IN_2024 = Period.of_year(2024)


def test_an_amount_of_a_month_in_the_money_of_a_year():
    computed = PRICES.in_money_of(MEDIAN, IN_2024)
    # 48,780 × 313.689 ÷ 304.127 = 50,313.69…, by hand
    assert computed.result.value == Decimal(50314)
    assert computed.value_text == "$50,314"


def test_it_is_labelled_as_computed_with_formula_and_inputs():
    computed = PRICES.in_money_of(MEDIAN, IN_2024)
    assert computed.formula == "$48,780 × 313.689 (CPI-U, 2024) ÷ 304.127 (CPI-U, May 2023)"
    assert computed.words == f"$50,314 in 2024 dollars, computed: {computed.formula}"
    assert [given.release for given in computed.inputs] == [RELEASE, RELEASE]
    assert computed.figure is MEDIAN


def test_the_figure_of_the_source_stays_as_it_was():
    assert PRICES.in_money_of(MEDIAN, IN_2024).result.value != MEDIAN.value
    assert MEDIAN.value == Decimal(48780)


def test_an_hour_s_pay_is_worked_out_to_the_cent():
    # 23.45 × 313.689 ÷ 304.127 = 24.187…
    assert PRICES.in_money_of(HOURLY, IN_2024).value_text == "$24.19"


def test_what_is_marked_stays_marked():
    top = replace(MEDIAN, value=Decimal(239200), marks=frozenset({Mark.AT_LEAST}))
    # 239,200 × 313.689 ÷ 304.127 = 246,720.64…
    assert PRICES.in_money_of(top, IN_2024).value_text == "$246,721 or more"


def test_both_ends_of_a_range_and_neither_of_an_open_one():
    both = replace(MEDIAN, value=None, low=Decimal(30000), high=Decimal(70000))
    assert PRICES.in_money_of(both, IN_2024).value_text == "$30,943 to $72,201"
    assert PRICES.in_money_of(replace(both, high=None), IN_2024).value_text == "$30,943 or more"


def test_a_year_s_amount_is_held_against_the_average_of_that_year():
    in_2015 = replace(MEDIAN, period=Period.of_year(2015), value=Decimal(37110))
    # 37,110 × 313.689 ÷ 237.017 = 49,114.6…
    assert PRICES.in_money_of(in_2015, IN_2024).value_text == "$49,115"


def test_a_missing_month_is_not_guessed():
    with pytest.raises(NotComputable, match="gives no CPI-U for October 2025, and none is guessed"):
        PRICES.in_money_of(MEDIAN, Period.of_month(2025, 10))


@pytest.mark.parametrize("period", [Period.of_month(2026, 9), Period.of_year(2026)])
def test_what_is_not_out_yet_is_told_from_what_never_came(period):
    with pytest.raises(NotComputable, match=f"CPI-U of {period} is not here yet: it goes up to August 2026"):
        PRICES.in_money_of(MEDIAN, period)


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (GROWTH, "Only an amount of money"),
        (replace(MEDIAN, value=None, marks=frozenset({Mark.SUPPRESSED})), "Only an amount of money"),
        (replace(MEDIAN, period=Period()), "does not say when"),
        (replace(MEDIAN, unit=replace(MEDIAN.unit, name="EUR")), "what dollars buy; this amount is in EUR"),
        (replace(MEDIAN, period=replace(MAY_2023, end=IN_2024.end)), "neither a month nor a year"),
    ],
)
def test_what_has_no_price_level_is_refused_in_words(figure, reason):
    with pytest.raises(NotComputable, match=reason):
        PRICES.in_money_of(figure, IN_2024)


@given(st.decimals(min_value=1, max_value=10_000_000, places=0))
def test_there_and_back_is_where_one_began(amount):
    there = PRICES.in_money_of(replace(MEDIAN, value=amount), IN_2024).result
    back = PRICES.in_money_of(replace(there, period=IN_2024), MAY_2023).result
    assert abs(back.value - amount) <= 1
