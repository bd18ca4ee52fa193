"""Amounts to put into other money."""

from dataclasses import replace
from decimal import Decimal

from facts.figure import Figure, Named
from facts.measures import Measure, PayPeriod, Quantity
from facts.periods import Period
from facts.units import Unit

MAY_2023 = Period.of_month(2023, 5)
RELEASE = Named("2026-08", "August 2026", "/sources/cpi/2026-08/")
MEDIAN = Figure(
    key="may-2023/29-2072/US",
    field="annual_median",
    quantity=Quantity.PAY,
    measure=Measure.MEDIAN,
    unit=Unit("USD", PayPeriod.YEAR),
    subject=Named("soc-2018:29-2072", "Medical Records Specialists"),
    source=Named("bls-oews", "Wages"),
    publisher="US Bureau of Labor Statistics",
    value=Decimal(48780),
    place=Named("US", "United States"),
    period=MAY_2023,
)
HOURLY = replace(MEDIAN, field="hourly_median", unit=Unit("USD", PayPeriod.HOUR), value=Decimal("23.45"))
GROWTH = replace(MEDIAN, quantity=Quantity.GROWTH, measure=Measure.CHANGE, unit=Unit("percent"), value=Decimal(7))
