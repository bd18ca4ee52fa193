"""Pay of a place at the country's average prices."""

from dataclasses import replace
from decimal import Decimal

import pytest

from facts.figure import Named
from facts.periods import Period
from facts.units import Unit
from money.conversions import NotComputable, at_average_prices
from money.regional import RegionalPrices
from tests import factories as make
from tests.money.conversions.amounts import HOURLY, MEDIAN, RELEASE

CALIFORNIA, ARKANSAS, ABILENE = Named("US-CA", "California"), Named("US-AR", "Arkansas"), Named("10180", "Abilene, TX")
LEVELS = RegionalPrices(
    RELEASE,
    {
        "US-CA": {2022: Decimal("112.470"), 2023: Decimal("112.558")},
        "US-AR": {2023: Decimal("86.546")},
        "10180": {2022: Decimal("91.1")},
    },
)


@pytest.mark.parametrize(
    ("place", "amount"),
    [
        (CALIFORNIA, "$43,338"),  # 48,780 × 100 ÷ 112.558 = 43,337.7…
        (ARKANSAS, "$56,363"),  # 48,780 × 100 ÷ 86.546 = 56,363.1…
        (ABILENE, "$53,546"),  # 48,780 × 100 ÷ 91.1 = 53,545.6…, by the level of 2022
    ],
)
def test_pay_of_three_places_worked_out_by_hand(place, amount):
    assert LEVELS.at_average_prices(replace(MEDIAN, place=place)).value_text == amount


def test_it_says_what_it_is_and_how_it_was_computed():
    computed = LEVELS.at_average_prices(replace(MEDIAN, place=CALIFORNIA))
    assert computed.words == (
        "$43,338 at average prices of the United States in 2023, computed: $48,780 × 100 (price level, United States, "
        "2023) ÷ 112.558 (price level, California, 2023)"
    )


def test_pay_by_the_hour_keeps_its_cents():
    # 23.45 × 100 ÷ 112.558 = 20.833…
    assert LEVELS.at_average_prices(replace(HOURLY, place=CALIFORNIA)).value_text == "$20.83"


def test_the_newest_year_before_the_pay_is_taken_and_named():
    computed = LEVELS.at_average_prices(replace(MEDIAN, place=ABILENE))
    assert computed.over.name == "price level, Abilene, TX, 2022"


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (MEDIAN, "whole country, whose prices are the average"),
        (replace(MEDIAN, place=None), "does not say where this was paid"),
        (replace(MEDIAN, place=Named("US-HI", "Hawaii")), "No price level is here for Hawaii in 2023 or before"),
        (replace(MEDIAN, place=CALIFORNIA, period=Period.of_month(2015, 5)), "for California in 2015 or before"),
        (replace(MEDIAN, place=CALIFORNIA, unit=Unit("EUR", "year")), "this amount is in EUR"),
        (replace(MEDIAN, place=CALIFORNIA, value=None), "Only an amount of money"),
    ],
)
def test_what_cannot_be_computed_is_said_with_the_reason(figure, reason):
    with pytest.raises(NotComputable, match=reason):
        LEVELS.at_average_prices(figure)


@pytest.mark.django_db
def test_levels_are_read_from_the_newest_release(django_assert_num_queries):
    make.RegionalPriceFactory(year=2023, value="112.558")
    make.RegionalPriceFactory(year=2023, item="housing", value="158")
    with django_assert_num_queries(2):
        assert at_average_prices(replace(MEDIAN, place=CALIFORNIA)).value_text == "$43,338"


@pytest.mark.django_db
def test_without_a_release_it_is_said_that_none_is_here():
    with pytest.raises(NotComputable, match="No regional prices are here"):
        at_average_prices(replace(MEDIAN, place=CALIFORNIA))
