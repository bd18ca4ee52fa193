"""The publishers' own files, where RUNGS_DATA names a folder that holds them; numbers counted in them by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from facts.models import Edition
from facts.periods import Period
from money.conversions import NotComputable, in_currency, in_money_of, in_purchasing_power
from tests.money.conversions.amounts import MEDIAN
from tests.official import imported

pytestmark = [pytest.mark.data, pytest.mark.django_db]

COUNTS = [
    ("cpi", "cpi/cpi_u_all_items.csv.gz", 34_505, 33_029),
    ("fed", "ppp-exchange/annual.csv", 993, 31),
    ("ppp", "ppp-exchange/ppp-gdp.csv", 6_856, 0),
]


@pytest.mark.parametrize(("source", "name", "read", "rejected"), COUNTS)
def test_every_row_is_accounted_for_and_twice_writes_nothing(source, name, read, rejected):
    report = imported(source, name)
    assert (report.read, report.rejected) == (read, rejected)
    assert report.accounts_for_all
    assert imported(source, name).already_here
    assert Edition.objects.count() == 1


def test_the_median_of_2023_in_the_money_of_2024():
    imported(*COUNTS[0][:2])
    assert in_money_of(MEDIAN, 2024).value_text == "$50,314"
    with pytest.raises(NotComputable, match="no CPI-U for October 2025"):
        in_money_of(MEDIAN, 2025, 10)
    assert in_money_of(MEDIAN, 2025).times.value == Decimal("321.943")


def test_the_median_of_2023_in_euros_by_the_average_of_the_year():
    imported(*COUNTS[1][:2])
    # 48,780 × 0.9245
    assert in_currency(replace(MEDIAN, period=Period.of_year(2023)), "EUR").value_text == "€45,097"


def test_what_buys_as_much_in_india():
    imported(*COUNTS[2][:2])
    computed = in_purchasing_power(MEDIAN, "IN")
    assert computed.result.value == (Decimal(48780) * computed.times.value).quantize(Decimal(1))
