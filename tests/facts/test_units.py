from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.units import Unit, plain

USD, PERCENT, MONTHS, YEARS, JOBS = (Unit(name) for name in ("USD", "percent", "months", "years", "jobs"))


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        (USD, "47190", "$47,190"),
        (PERCENT, "7", "+7%"),
        (PERCENT, "7.10", "+7.1%"),
        (PERCENT, "-3.5", "−3.5%"),
        (PERCENT, "0.0", "0%"),
        (MONTHS, "18", "18 months"),
        (MONTHS, "24", "2 years"),
        (YEARS, "1", "1 year"),
        (YEARS, "12", "12 years"),
        (JOBS, "23700.0", "23,700"),
    ],
)
def test_a_value_is_printed_with_its_unit(unit, value, text):
    assert unit.format(Decimal(value)) == text


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        (Unit("USD", "year"), "47190", "$47,190 a year"),
        (Unit("USD", "hour"), "22.35", "$22.35 an hour"),
        (USD, "2000", "$2,000"),
        (Unit("jobs", "year"), "23700", "23,700 jobs a year"),
        (JOBS, "1", "1 job"),
        (PERCENT, "7", "+7%"),
        (MONTHS, "18", "18 months"),
    ],
)
def test_by_itself_a_value_is_printed_with_all_of_its_unit(unit, value, text):
    assert unit.say(Decimal(value)) == text


@pytest.mark.parametrize(
    ("unit", "low", "high", "text"),
    [
        (USD, "30000", "70000", "$30,000 to $70,000"),
        (MONTHS, "6", "12", "6 to 12 months"),
        (YEARS, "2", "5", "2 to 5 years"),
        (YEARS, "0", "1", "0 to 1 years"),
        (PERCENT, "-2", "3", "−2% to +3%"),
    ],
)
def test_a_range_names_its_unit_as_often_as_people_do(unit, low, high, text):
    assert " ".join(filter(None, unit.split(Decimal(low), Decimal(high)))) == text


@pytest.mark.parametrize(
    ("unit", "distance", "text"),
    [(USD, "10", "$10"), (PERCENT, "1", "1 point"), (PERCENT, "2.5", "2.5 points"), (JOBS, "100", "100")],
)
def test_per_cents_are_points_apart(unit, distance, text):
    assert unit.format_distance(Decimal(distance)) == text


@pytest.mark.parametrize(
    ("unit", "value", "step"),
    [
        (USD, "47190", "10"),
        (JOBS, "23700", "100"),
        (PERCENT, "7", "1"),
        (PERCENT, "7.1", "0.1"),
        (YEARS, "10", "1"),
        (MONTHS, "100", "1"),
    ],
)
def test_only_amounts_and_counts_are_taken_as_rounded_by_their_noughts(unit, value, step):
    assert unit.rounding_step(Decimal(value)) == Decimal(step)


@pytest.mark.parametrize(("name", "is_money"), [("USD", True), ("GBP", True), ("jobs", False), ("percent", False)])
def test_a_currency_is_money(name, is_money):
    assert Unit(name).is_money is is_money


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3), st.booleans())
def test_a_plain_number_can_be_read_back_and_has_no_needless_noughts(value, signed):
    text = plain(value, signed=signed)
    assert Decimal(text.replace(",", "").replace("−", "-")) == value
    assert not ("." in text and text.endswith(("0", ".")))
    assert text.startswith("+") == (signed and value > 0)
