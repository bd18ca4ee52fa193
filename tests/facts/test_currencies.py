from decimal import Decimal

import pytest
from babel.numbers import list_currencies
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from facts.currencies import format_money, rounding_step, validate_currency

AMOUNTS = st.decimals(min_value=0, max_value=10**10, places=2)
WHOLE_AMOUNTS = st.integers(min_value=0, max_value=10**10).map(Decimal)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("47190", "USD", "$47,190"),
        ("47190.00", "USD", "$47,190"),
        ("22.35", "USD", "$22.35"),
        ("22.5", "USD", "$22.50"),
        ("0", "USD", "$0"),
        ("40000", "CAD", "CA$40,000"),
        ("25000", "GBP", "£25,000"),
        ("30000", "EUR", "€30,000"),
        ("40000", "BRL", "R$40,000"),
        ("55000", "SGD", "SGD\N{NO-BREAK SPACE}55,000"),
        ("1500.5", "JPY", "¥1,500.50"),
    ],
)
def test_an_amount_is_printed_as_people_write_it(amount, currency, text):
    assert format_money(Decimal(amount), currency) == text


@given(AMOUNTS)
def test_what_is_printed_is_the_amount_to_the_cent(amount):
    digits = format_money(amount, "USD").removeprefix("$").replace(",", "")
    assert Decimal(digits) == amount


@given(AMOUNTS)
def test_cents_are_there_both_or_not_at_all(amount):
    _, point, cents = format_money(amount, "USD").partition(".")
    assert len(cents) == (2 if point else 0)
    assert bool(point) == (amount != amount.to_integral_value())


@pytest.mark.parametrize(
    ("amount", "step"),
    [
        ("47190", "10"),
        ("38000", "1000"),
        ("70000", "1000"),
        ("100000", "1000"),
        ("1600000", "100000"),
        ("1000000", "100000"),
        ("1613400", "100"),
        ("48781", "1"),
        ("500", "100"),
        ("0", "1"),
        ("22.35", "0.01"),
        ("22.50", "0.01"),
    ],
)
def test_the_rounding_of_an_amount_is_read_from_its_noughts(amount, step):
    assert rounding_step(Decimal(amount)) == Decimal(step)


@given(AMOUNTS)
def test_an_amount_is_a_whole_number_of_its_rounding_steps(amount):
    assert amount % rounding_step(amount) == 0


@given(WHOLE_AMOUNTS)
def test_no_coarser_step_up_to_a_thousand_or_a_tenth_of_a_million_would_do(amount):
    step, coarsest = rounding_step(amount), 100_000 if amount >= 1_000_000 else 1000
    assert step in [10**noughts for noughts in range(6)]
    assert step <= coarsest
    assert amount == 0 or step == coarsest or amount % (step * 10) != 0


@given(st.sampled_from(sorted(list_currencies())))
def test_every_currency_of_iso_4217_is_taken_and_can_be_printed(code):
    validate_currency(code)
    assert "1,000" in format_money(Decimal(1000), code)


@pytest.mark.parametrize("code", ["usd", "US", "$", "DOLLAR", "", "U$D"])
def test_what_is_no_currency_is_refused(code):
    with pytest.raises(ValidationError, match="no currency"):
        validate_currency(code)
