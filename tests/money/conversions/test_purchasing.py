"""An amount that buys as much elsewhere is worked out by purchasing power."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from facts.figure import Named
from facts.periods import Period
from facts.units import Unit
from money.conversions import NotComputable
from money.purchasing import PurchasingPowers
from tests.money.conversions.amounts import MEDIAN, RELEASE

POWERS = PurchasingPowers(RELEASE, 2023, {"US": Decimal(1), "DE": Decimal("0.71"), "IN": Decimal("20.38")})


def test_as_much_as_buys_the_same_there():
    computed = POWERS.in_purchasing_power(MEDIAN, "IN")
    # 48,780 × 20.38 ÷ 1
    assert computed.result.value == Decimal("994136")
    assert computed.unit == Unit("INR", "year")
    assert computed.meaning == "buys as much in India"
    assert computed.formula.endswith(
        "20.38 (purchasing power, India, 2023) ÷ 1 (purchasing power, United States, 2023)"
    )


def test_from_a_country_other_than_the_first():
    in_germany = replace(MEDIAN, unit=Unit("EUR", "year"), place=Named("DE-BY", "Bavaria"), value=Decimal(42000))
    # 42,000 × 1 ÷ 0.71 = 59,154.9…
    assert POWERS.in_purchasing_power(in_germany, "US").value_text == "$59,155"


@pytest.mark.parametrize(
    ("figure", "country", "reason"),
    [
        (MEDIAN, "FR", "No factor of purchasing power is here for France in 2023"),
        (MEDIAN, "QQ", "No currency is known of QQ"),
        (replace(MEDIAN, place=None), "IN", "does not say where"),
        (replace(MEDIAN, unit=Unit("EUR", "year")), "IN", "in EUR, which is not the money of United States"),
        (replace(MEDIAN, period=Period.of_month(2024, 5)), "IN", "factors of 2023; the amount is for May 2024"),
    ],
)
def test_what_has_no_factor_is_refused_in_words(figure, country, reason):
    with pytest.raises(NotComputable, match=reason):
        POWERS.in_purchasing_power(figure, country)


@pytest.mark.parametrize(("released", "currency"), [(date(2025, 12, 31), "BGN"), (date(2026, 12, 31), "EUR")])
def test_a_country_s_money_is_that_of_the_day_of_the_release(released, currency):
    factors = {"US": Decimal(1), "BG": Decimal("0.77")}
    powers = PurchasingPowers(RELEASE, 2023, factors, in_money_of=released)
    assert powers.in_purchasing_power(MEDIAN, "BG").unit == Unit(currency, "year")
