"""What an amount is computed with comes from the newest release that readers may see."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from facts.models import Release
from facts.periods import Period
from money.conversions import NotComputable, in_currency, in_money_of, in_purchasing_power
from tests.factories import (
    ExchangeRateFactory,
    PriceIndexFactory,
    PurchasingPowerFactory,
    ReleaseFactory,
    SourceFactory,
)
from tests.money.conversions.amounts import MEDIAN

pytestmark = pytest.mark.django_db

IN_2023 = replace(MEDIAN, period=Period.of_year(2023))


def release(year, slug="statistics", **said):
    return ReleaseFactory(source=SourceFactory(slug=slug), slug=f"{slug}-{year}", year=year, **said)


def prices(of, then, now):
    PriceIndexFactory(release=of, year=2023, month=5, value=then)
    PriceIndexFactory(release=of, year=2024, month=None, value=now)


def rates(of, currency, *values, base="EUR"):
    for day, value in enumerate(values, 2):
        day = date(2023, 5, day)
        ExchangeRateFactory(release=of, base=base, currency=currency, start=day, end=day, value=value)


class TestPrices:
    def test_the_newest_release_counts(self, django_assert_num_queries):
        prices(release(2025), 100, 150)
        prices(release(2026), 100, 200)
        with django_assert_num_queries(2):
            computed = in_money_of(MEDIAN, 2024)
        assert computed.result.value == Decimal(97560)
        assert computed.times.release.name == "May 2026"

    def test_one_that_readers_may_not_see_does_not(self):
        prices(release(2025), 100, 150)
        prices(release(2026, withdrawn=True), 100, 200)
        prices(release(2027, importing=True), 100, 300)
        assert in_money_of(MEDIAN, 2024).result.value == Decimal(73170)

    def test_the_money_of_a_month(self):
        of = release(2026)
        prices(of, 100, 200)
        PriceIndexFactory(release=of, year=2026, month=8, value=125)
        assert in_money_of(MEDIAN, 2026, 8).result.value == Decimal(60975)

    def test_without_any_it_is_said(self):
        with pytest.raises(NotComputable, match="No consumer price index is here"):
            in_money_of(MEDIAN, 2024)


class TestExchange:
    def test_the_mean_of_the_days_of_the_month(self, django_assert_num_queries):
        of = release(2026)
        rates(of, "USD", "1.10", "1.20")
        ExchangeRateFactory(release=of, currency="USD", start=date(2023, 6, 1), value="9.99")
        with django_assert_num_queries(2):
            computed = in_currency(MEDIAN, "EUR")
        # 48,780 ÷ 1.15
        assert computed.result.value == Decimal(42417)
        assert "mean of 2 daily rates, May 2023" in computed.formula

    def test_the_newest_release_of_the_publisher_counts(self):
        rates(release(2025), "USD", 1)
        rates(release(2026), "USD", 2)
        assert in_currency(MEDIAN, "EUR").result.value == Decimal(24390)

    def test_a_publisher_s_own_rate_of_the_period_goes_first(self):
        rates(release(2026, "daily"), "USD", 1, 1)
        year = {"start": date(2023, 1, 1), "end": date(2023, 12, 31)}
        ExchangeRateFactory(release=release(2025, "yearly"), base="USD", currency="EUR", value="0.9", **year)
        assert in_currency(IN_2023, "EUR").result.value == Decimal(43902)

    def test_another_publisher_is_asked_where_the_first_has_no_rate(self):
        year = {"start": date(2023, 1, 1), "end": date(2023, 12, 31)}
        ExchangeRateFactory(release=release(2025, "yearly"), base="GBP", currency="USD", value="1.25", **year)
        rates(release(2026, "daily"), "USD", 1)
        rates(Release.objects.get(slug="daily-2026"), "INR", 90)
        assert in_currency(IN_2023, "INR").result.value == Decimal(4390200)

    def test_without_any_it_is_said(self):
        with pytest.raises(NotComputable, match="No exchange rates are here"):
            in_currency(MEDIAN, "EUR")
        rates(release(2026), "USD", 1)
        with pytest.raises(NotComputable, match="No exchange rate of VES"):
            in_currency(MEDIAN, "VES")


class TestPurchasingPower:
    def test_the_factors_of_the_figure_s_year(self, django_assert_num_queries):
        of = release(2026)
        PurchasingPowerFactory(release=of, country="US", year=2023, value=1)
        PurchasingPowerFactory(release=of, country="IN", year=2023, value=20)
        PurchasingPowerFactory(release=of, country="IN", year=2024, value=99)
        with django_assert_num_queries(2):
            assert in_purchasing_power(MEDIAN, "IN").result.value == Decimal(975600)

    def test_without_any_it_is_said(self):
        with pytest.raises(NotComputable, match="No factors of purchasing power are here"):
            in_purchasing_power(MEDIAN, "IN")
