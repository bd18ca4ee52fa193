"""An amount in another currency is worked out at the rate of its own time."""

from dataclasses import replace
from decimal import Decimal

import pytest

from facts.measures import PayPeriod
from facts.periods import Period
from facts.units import Unit
from money.conversions import NotComputable
from money.exchange import ExchangeRates, Rate, require_short
from tests.money.conversions.amounts import MAY_2023, MEDIAN, RELEASE

RATES = ExchangeRates(
    RELEASE, "EUR", MAY_2023, {"USD": Rate(Decimal("1.086805"), 22), "INR": Rate(Decimal("89.425"), 22)}
)


def test_into_the_base_itself():
    computed = RATES.in_currency(MEDIAN, "EUR")
    # 48,780 ÷ 1.086805 = 44,883.9…
    assert computed.value_text == "€44,884"
    assert computed.words == (
        "€44,884 at the exchange rate of May 2023, computed: $48,780 × 1 (EUR itself)"
        " ÷ 1.086805 (USD to one EUR, mean of 22 daily rates, May 2023)"
    )


def test_between_two_others_across_the_base():
    # 48,780 × 89.425 ÷ 1.086805 = 4,013,738.7…
    assert RATES.in_currency(MEDIAN, "INR").result.value == Decimal(4013739)


def test_the_time_it_is_for_stays():
    hourly = replace(MEDIAN, unit=Unit("USD", PayPeriod.HOUR), value=Decimal("23.45"))
    assert RATES.in_currency(hourly, "EUR").unit == Unit("EUR", PayPeriod.HOUR)
    assert RATES.in_currency(hourly, "EUR").value_text == "€21.58"


@pytest.mark.parametrize(
    ("figure", "currency", "reason"),
    [
        (MEDIAN, "VES", "No exchange rate of VES is here for May 2023"),
        (replace(MEDIAN, unit=Unit("CAD", "year")), "EUR", "No exchange rate of CAD"),
        (replace(MEDIAN, period=Period.of_year(2023)), "EUR", "rates of May 2023; the amount is for 2023"),
        (replace(MEDIAN, unit=Unit("percent")), "EUR", "Only an amount of money"),
    ],
)
def test_what_has_no_rate_is_refused_in_words(figure, currency, reason):
    with pytest.raises(NotComputable, match=reason):
        RATES.in_currency(figure, currency)


def test_no_one_rate_stands_for_ten_years():
    require_short(Period.of_year(2024))
    with pytest.raises(NotComputable, match="2014 to 2024: too long"):
        require_short(Period(Period.of_year(2014).start, Period.of_year(2024).end))
