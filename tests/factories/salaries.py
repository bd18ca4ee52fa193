"""What guides say of pay, and the record's cells."""

import factory

from salaries.models import Salary, Wage
from tests.factories.careers import CareerFactory, LadderFactory, OccupationFactory, RungFactory
from tests.factories.facts import IndustryFactory, NumberedFactory, PlaceFactory, ReleaseFactory, StatementFactory


class SalaryFactory(StatementFactory):
    """A median for the United States; with a trait a range, one abroad, a row by level, a mean by industry."""

    class Meta:
        model = Salary

    class Params:
        range = factory.Trait(median=None, low=45_000, high=70_000, as_printed="$45,000 to $70,000 USD")
        open_ended = factory.Trait(
            median=None,
            low=30_000,
            high=70_000,
            as_printed="$30k - $70k+ USD",
            marks={"high": {"open_ended": True}},
        )
        abroad = factory.Trait(
            place=factory.SubFactory(PlaceFactory, code="GB", name="United Kingdom"),
            currency="GBP",
            median=None,
            low=25_000,
            high=40_000,
            converted_currency="USD",
            converted_low=32_000,
            converted_high=50_000,
            as_printed="£25,000 and £40,000 GBP ($32,000-$50,000 USD)",
        )
        by_level = factory.Trait(
            level=factory.SubFactory(
                RungFactory,
                source=factory.SelfAttribute("..source"),
                ladder=factory.SubFactory(
                    LadderFactory, source=factory.SelfAttribute("..source"), career=factory.SelfAttribute("...career")
                ),
            ),
            median=38_000,
            mean=42_000,
            as_printed="$38k USD | $42k USD",
        )
        by_industry = factory.Trait(
            industry=factory.SubFactory(IndustryFactory), median=None, mean=161_530, as_printed="$161,530"
        )

    career = factory.SubFactory(CareerFactory)
    place = factory.SubFactory(PlaceFactory)
    currency = "USD"
    median = 47_190
    as_printed = "$47,190 USD"


class WageFactory(NumberedFactory):
    """A national cell of May 2024; with a trait its top is top-coded, or it gives no hourly pay."""

    class Meta:
        model = Wage

    class Params:
        top_coded = factory.Trait(annual_p90=239_200, marks={"annual_p90": {"at_least": True}})
        annual_only = factory.Trait(
            **{f"hourly_{measure}": None for measure in ("mean", "p10", "p25", "median", "p75", "p90")},
            marks={"hourly_median": {"not_published": True}},
        )

    release = factory.SubFactory(ReleaseFactory)
    occupation = factory.SubFactory(OccupationFactory)
    place = factory.SubFactory(PlaceFactory)
    industry = factory.SubFactory(IndustryFactory, everything=True)
    currency = "USD"
    employment = 187_910
    employment_rse = "1.2"
    wage_rse = "0.4"
    annual_mean = 55_560
    annual_p10 = 35_780
    annual_p25 = 39_730
    annual_median = 50_250
    annual_p75 = 64_070
    annual_p90 = 80_950
    hourly_mean = "26.71"
    hourly_p10 = "17.20"
    hourly_p25 = "19.10"
    hourly_median = "24.16"
    hourly_p75 = "30.80"
    hourly_p90 = "38.92"
