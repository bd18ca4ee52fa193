"""What the database refuses of pay: ends and percentiles out of order, amounts without a currency or below nought."""

from itertools import combinations

import pytest
from django.db.models import CheckConstraint, UniqueConstraint

from salaries.models.salary import AMOUNTS
from salaries.models.wage import PAY_FIELDS
from tests.constraints import (
    Case,
    Twin,
    allowed,
    constraints_of,
    is_allowed,
    is_given_once,
    is_refused,
    refused,
    statement,
)
from tests.factories import IndustryFactory, OccupationFactory, PlaceFactory, ReleaseFactory, SalaryFactory, WageFactory

pytestmark = pytest.mark.django_db

PERCENTILES = ("p10", "p25", "median", "p75", "p90")
NO_AMOUNT = dict.fromkeys(AMOUNTS)
NO_PAY = dict.fromkeys(PAY_FIELDS)


def rising(prefix=""):
    return {f"{prefix}{name}": 1_000 * step for step, name in enumerate(PERCENTILES, start=1)}


def equal(prefix=""):
    return {f"{prefix}{name}": 1_000 for name in PERCENTILES}


def crossed(prefix=""):
    """Every pair of percentiles the wrong way round, with nothing between them."""
    return [{f"{prefix}{low}": 2_000, f"{prefix}{high}": 1_000} for low, high in combinations(PERCENTILES, 2)]


def wage_in_order(per):
    return Case(
        f"wage_{per}_percentiles_in_order",
        WageFactory,
        allowed=[NO_PAY, NO_PAY | rising(f"{per}_"), NO_PAY | equal(f"{per}_"), NO_PAY | {f"{per}_p90": 1_000}],
        refused=[NO_PAY | pair for pair in crossed(f"{per}_")],
    )


CASES = [
    *statement(SalaryFactory),
    Case(
        "salary_low_not_above_high",
        SalaryFactory,
        allowed=[{"low": 45_000, "high": 70_000}, {"low": 1, "high": 1}, {"low": 1}, {"high": 1}],
        refused=[{"low": 70_000, "high": 45_000}, {"low": "1.01", "high": 1}],
    ),
    Case(
        "salary_percentiles_in_order",
        SalaryFactory,
        allowed=[rising(), equal(), NO_AMOUNT | {"p25": 9, "p75": 10}],
        refused=[NO_AMOUNT | pair for pair in crossed()],
    ),
    Case(
        "salary_has_an_amount",
        SalaryFactory,
        allowed=[
            *[NO_AMOUNT | {name: 1_000} for name in AMOUNTS],
            NO_AMOUNT | {"marks": {"median": {"suppressed": True}}},
        ],
        refused=[NO_AMOUNT],
    ),
    Case("salary_amount_has_currency", SalaryFactory, allowed=[{"currency": "EUR"}], refused=[{"currency": ""}]),
    Case(
        "salary_amounts_not_negative",
        SalaryFactory,
        allowed=[NO_AMOUNT | {name: 0} for name in AMOUNTS],
        refused=[
            *[NO_AMOUNT | {name: -1} for name in AMOUNTS],
            {"converted_low": -1, "converted_currency": "USD"},
            {"converted_high": -1, "converted_currency": "USD"},
        ],
    ),
    Case(
        "salary_converted_in_order",
        SalaryFactory,
        made={"abroad": True},
        allowed=[{"converted_low": 32_000, "converted_high": 50_000}, {"converted_low": 1, "converted_high": 1}],
        refused=[{"converted_low": 50_000, "converted_high": 32_000}],
    ),
    Case(
        "salary_conversion_has_currency",
        SalaryFactory,
        made={"abroad": True},
        allowed=[
            {"converted_low": None, "converted_high": None, "converted_currency": ""},
            {"converted_high": None, "converted_currency": "USD"},
        ],
        refused=[{"converted_currency": ""}, {"converted_currency": "", "converted_low": None}],
    ),
    wage_in_order("annual"),
    wage_in_order("monthly"),
    wage_in_order("weekly"),
    wage_in_order("hourly"),
    Case(
        "wage_rates_not_negative",
        WageFactory,
        allowed=[NO_PAY | {name: 0} for name in PAY_FIELDS] + [{"wage_rse": 0, "employment_rse": 0}],
        refused=[NO_PAY | {name: -1} for name in PAY_FIELDS] + [{"wage_rse": -1}, {"employment_rse": -1}],
    ),
]

TWINS = [
    Twin("wage_once_per_cell", WageFactory, {"release": lambda: ReleaseFactory(year=2023)}),
    Twin("wage_once_per_cell", WageFactory, {"occupation": OccupationFactory}),
    Twin("wage_once_per_cell", WageFactory, {"place": lambda: PlaceFactory(california=True)}),
    Twin("wage_once_per_cell", WageFactory, {"industry": lambda: IndustryFactory(naics=True)}),
]


@pytest.mark.parametrize(("case", "said"), allowed(CASES))
def test_allowed(case, said):
    is_allowed(case.row(said))


@pytest.mark.parametrize(("case", "said"), refused(CASES))
def test_refused(case, said):
    is_refused(case.row(said), case.constraint)


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin.constraint} {[*twin.differing]}")
def test_once_only(twin):
    is_refused(twin.second({}), twin.constraint)
    is_allowed(twin.second(twin.differing))


def test_a_salary_has_a_key_of_its_own():
    is_given_once(SalaryFactory, "key")


def test_every_constraint_is_tried_here():
    assert {case.constraint for case in CASES} == constraints_of("salaries", CheckConstraint)
    assert {twin.constraint for twin in TWINS} == constraints_of("salaries", UniqueConstraint)
