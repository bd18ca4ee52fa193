"""Two rows say the same where a reader could not tell them apart."""

from datetime import date
from decimal import Decimal

import pytest

from careers.models import Career, Outlook
from education.models import Path
from facts.loading.says import differing, digest, says, says_in_database
from facts.models import Place, Source
from tests.factories import CredentialFactory, PathFactory, PlaceFactory, SalaryFactory


def said(model, **fields):
    return says(model(source=Source(slug="a-guide"), career=Career(slug="clerk"), **fields), {})


@pytest.mark.parametrize(
    ("model", "one", "other"),
    [
        (Path, {"cost_low": Decimal(2000)}, {"cost_low": Decimal("2000.00")}),
        (Path, {"cost_low": Decimal("2E+3")}, {"cost_low": Decimal("2000.00")}),
        (Path, {"note": "Two\nlines.\n"}, {"note": "Two\r\nlines."}),
        (Path, {"reference_start": date(2015, 5, 1)}, {"reference_start": "2015-05-01"}),
        (Path, {"position": 1, "marks": {}, "rank": "normal", "cost_low": None}, {}),
        (Outlook, {"projected": True}, {}),
    ],
)
def test_the_same_in_other_clothes_is_the_same(model, one, other):
    assert said(model, **one) == said(model, **other)


@pytest.mark.parametrize(
    ("model", "one", "other"),
    [
        (Path, {"cost_low": Decimal(2000)}, {"cost_low": Decimal("2000.01")}),
        (Path, {"cost_low": Decimal(0)}, {"cost_low": None}),
        (Path, {"note": "Two  lines."}, {"note": "Two lines."}),
        (Path, {"marks": {"cost_high": {"open_ended": True}}}, {"marks": {}}),
        (Outlook, {"projected": False}, {}),
        (Outlook, {"start_year": 2014}, {"end_year": 2014}),
    ],
)
def test_what_differs_for_a_reader_differs(model, one, other):
    assert said(model, **one) != said(model, **other)
    assert digest(said(model, **one)) != digest(said(model, **other))


def test_what_rungs_counts_itself_is_not_said():
    assert says(Place(id=5, version=7, code="US"), {}) == {"code": "US"}


def test_the_fields_that_differ_are_named():
    assert differing({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 4, "d": 5}) == ["b", "c", "d"]


@pytest.mark.django_db
def test_references_are_natural_keys():
    salary = SalaryFactory(by_level=True, career__slug="clerk")
    told = says_in_database(salary)
    assert told["career"] == ["clerk"]
    assert told["level"] == [salary.level.key]
    assert "industry" not in told


@pytest.mark.django_db
def test_the_order_of_what_a_row_is_tied_to_does_not_matter():
    rhit, rhia = CredentialFactory(slug="rhit"), CredentialFactory(slug="rhia")
    path = PathFactory(credentials=[rhit, rhia])
    assert says_in_database(path)["credentials"] == [["rhia"], ["rhit"]]
    assert says(path, {"credentials": [("rhit",), ("rhia",)]}) == says_in_database(path)


@pytest.mark.django_db
@pytest.mark.parametrize("factory", [SalaryFactory, PathFactory, PlaceFactory])
def test_a_row_says_the_same_before_it_is_saved_and_after(factory):
    row = factory()
    read_back = type(row).objects.get(pk=row.pk)
    assert digest(says_in_database(row)) == digest(says_in_database(read_back))
