"""What a row says in one of its fields, in words."""

from decimal import Decimal

import pytest

from careers.models import Outlook, Rung
from education.models import Path, Step, TimeToEntry
from facts.display import shown
from facts.models import Statement
from facts.models.curated import Curated
from salaries.models import Salary

DOLLARS = {"currency": "USD", "pay_period": "year", "converted_currency": "EUR"}


@pytest.mark.parametrize(
    ("model", "field", "value", "beside", "words"),
    [
        (Salary, "median", "38000.00", DOLLARS, "$38,000 a year"),
        (Salary, "p90", "22.35", DOLLARS | {"pay_period": "hour"}, "$22.35 an hour"),
        (Salary, "converted_low", "30000", DOLLARS, "€30,000 a year"),
        (Salary, "median", None, DOLLARS, "nothing"),
        (Outlook, "growth_percent", "7.00", {}, "+7%"),
        (Outlook, "openings_per_year", "15000.0", {}, "15,000 jobs a year"),
        (Outlook, "end_year", 2034, {}, "2034"),
        (Path, "cost_high", "10000", {"currency": "USD"}, "$10,000"),
        (Path, "months_min", 18, {}, "18 months"),
        (TimeToEntry, "months_max", 24, {}, "2 years"),
        (Step, "months_min", 1, {}, "1 month"),
        (Rung, "years_min", 5, {}, "5 years"),
        (Rung, "position", 5, {}, "5"),
        (Salary, "pay_period", "hour", DOLLARS, "an hour"),
        (Salary, "marks", {"high": {"open_ended": True}}, DOLLARS, "High end: and up: the source leaves the end open"),
    ],
)
def test_a_number_has_its_unit_and_a_choice_its_label(model, field, value, beside, words):
    assert shown(model._meta.get_field(field), value, beside=beside) == words


def every_statement():
    return [model for model in Statement.__subclasses__() for model in (model.__subclasses__() or [model])]


@pytest.mark.parametrize("model", every_statement(), ids=lambda model: model.__name__)
def test_every_figure_of_every_statement_has_a_unit(model):
    assert issubclass(model, Curated)
    for field in model.figure_fields:
        assert not model.unit_of(field, DOLLARS).say(Decimal(2)).isdecimal(), field
