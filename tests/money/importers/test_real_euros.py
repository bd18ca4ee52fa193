"""The euro's rates as their publisher gives them, where RUNGS_DATA names a folder that holds them."""

import pytest

from facts.models import Edition
from money.conversions import in_currency
from tests.money.conversions.amounts import MEDIAN
from tests.official import imported, imported_once

pytestmark = [pytest.mark.data, pytest.mark.django_db]

RATES = ("ecb", "ppp-exchange/eurofxref-hist.zip")
report = imported_once(*RATES)


def test_every_row_is_accounted_for(report):
    assert (report.read, report.rejected) == (292_166, 70_464)
    assert report.accounts_for_all


def test_twice_writes_nothing(report):
    assert imported(*RATES).already_here
    assert Edition.objects.count() == 1


def test_the_median_of_2023_in_euros(report):
    computed = in_currency(MEDIAN, "EUR")
    # The mean of the 22 rates of May 2023 is 1.0868; 48,780 ÷ 1.0868 = 44,884
    assert "mean of 22 daily rates" in computed.formula
    assert abs(computed.result.value - 44_884) < 10
