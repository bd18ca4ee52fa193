"""An entry read as a row: its name, its values, its references, and what is wrong with them."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from careers.models import Career, Occupation
from education.models import Credential
from facts.loading.name import Name
from facts.loading.reading import read_row
from facts.loading.text import Entry
from facts.models import Place, Release, Source
from salaries.models import Wage

WHOLE = {
    "careers.outlook": {
        "key": "guide-growth",
        "source": ["a-guide"],
        "locator": "Key facts",
        "as_printed": "7%",
        "career": ["clerk"],
        "growth_percent": 7,
    },
    "education.path": {
        "key": "guide-path",
        "source": ["a-guide"],
        "locator": "Training",
        "as_printed": "6-18 months",
        "career": ["clerk"],
        "name": "Certificate",
    },
    "facts.place": {"code": "US", "name": "United States", "kind": "country"},
    "facts.release": {"source": ["bls-oews"], "slug": "may-2024", "label": "May 2024"},
    "salaries.wage": {
        "release": ["bls-oews", "may-2024"],
        "occupation": ["soc-2018", "29-2072"],
        "place": ["US"],
        "industry": ["000000"],
    },
}


def read(model, **said):
    """A row that is whole but for what is said of it; a field said to be `...` is left out."""
    fields = {name: value for name, value in (WHOLE[model] | said).items() if value is not ...}
    return read_row(Entry(7, {"model": model, "fields": fields}))


@pytest.mark.parametrize("model", WHOLE)
def test_a_whole_row_has_nothing_wrong_with_it(model):
    row = read(model)
    assert row.problems == []
    assert row.line == 7


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("facts.place", Name(Place, ("US",))),
        ("facts.release", Name(Release, ("bls-oews", "may-2024"))),
        ("salaries.wage", Name(Wage, ("bls-oews", "may-2024", "soc-2018", "29-2072", "US", "000000"))),
    ],
)
def test_a_row_is_called_by_its_natural_key_without_a_look_into_the_database(model, name):
    assert read(model).name == name


def test_references_are_the_names_of_rows():
    row = read("education.path", credentials=[["rhit"], ["rhia"]])
    assert row.one == {"source": Name(Source, ("a-guide",)), "career": Name(Career, ("clerk",))}
    assert row.many == {"credentials": (Name(Credential, ("rhit",)), Name(Credential, ("rhia",)))}


def test_a_reference_may_be_left_out_where_the_row_can_do_without():
    row = read("careers.outlook", career=..., occupation=["soc-2018", "29-2072"])
    assert row.problems == []
    assert row.one["occupation"] == Name(Occupation, ("soc-2018", "29-2072"))
    assert row.one["career"] is None


@pytest.mark.parametrize(
    ("model", "said", "value"),
    [
        ("careers.outlook", {"growth_percent": 7.1}, Decimal("7.1")),
        ("careers.outlook", {"growth_percent": "7.10"}, Decimal("7.10")),
        ("careers.outlook", {"growth_percent": -3}, Decimal(-3)),
        ("careers.outlook", {"start_year": 2014}, 2014),
        ("careers.outlook", {"projected": False}, False),
        ("careers.outlook", {"reference_start": date(2015, 5, 1)}, date(2015, 5, 1)),
        ("careers.outlook", {"reference_start": "2015-05-01"}, date(2015, 5, 1)),
        (
            "careers.outlook",
            {"marks": {"growth_percent": {"approximate": True}}},
            {"growth_percent": {"approximate": True}},
        ),
    ],
)
def test_values_are_taken_as_they_are_written(model, said, value):
    row = read(model, **said)
    assert row.problems == []
    assert getattr(row.instance, next(iter(said))) == value


@pytest.mark.parametrize(
    ("model", "said", "problem"),
    [
        ("facts.place", {"nmae": "X"}, "nmae: is no field of it; “name” is."),
        ("facts.place", {"zip": "X"}, "zip: is no field of it."),
        ("careers.outlook", {"version": 3}, "version: is no field of it."),
        ("careers.outlook", {"id": 3}, "id: is no field of it."),
        ("careers.outlook", {"locator": ...}, "locator: This field cannot be blank."),
        ("careers.outlook", {"locator": None}, "locator: This field cannot be null."),
        ("careers.outlook", {"source": ...}, "source: is missing."),
        ("careers.outlook", {"source": None}, "source: is missing."),
        (
            "careers.outlook",
            {"source": "a-guide"},
            "source: a-guide is no natural key of facts.source: [slug], as texts.",
        ),
        ("careers.outlook", {"source": 1}, "source: 1 is no natural key of facts.source: [slug], as texts."),
        ("careers.outlook", {"source": ["a", "b"]}, "source: ['a', 'b'] is no natural key of facts.source"),
        ("careers.outlook", {"source": [2015]}, "source: [2015] is no natural key"),
        ("careers.outlook", {"key": "no slug"}, "key: Enter a valid “slug”"),
        ("careers.outlook", {"key": "x" * 121}, "key: Ensure this value has at most 120 characters"),
        ("careers.outlook", {"as_printed": 7}, "as_printed: 7 is no text; put it in quotes."),
        ("facts.place", {"code": 0}, "code: 0 is no text; put it in quotes."),
        ("facts.place", {"kind": "planet"}, "kind: Value 'planet' is not a valid choice."),
        ("careers.outlook", {"growth_percent": "seven"}, "growth_percent: “seven” value must be a decimal number."),
        (
            "careers.outlook",
            {"growth_percent": 7.123},
            "growth_percent: Ensure that there are no more than 2 decimal places.",
        ),
        ("careers.outlook", {"growth_percent": float("inf")}, "growth_percent: "),
        ("careers.outlook", {"growth_percent": float("nan")}, "growth_percent: "),
        (
            "careers.outlook",
            {"growth_percent": "1e999999"},
            "growth_percent: Ensure that there are no more than 6 digits",
        ),
        ("careers.outlook", {"growth_percent": True}, "growth_percent: True is true, false"),
        ("careers.outlook", {"growth_percent": [7]}, "growth_percent: "),
        ("careers.outlook", {"projected": "yes"}, "projected: yes is true, false"),
        ("careers.outlook", {"start_year": 2014.5}, "start_year: 2014.5 is no whole number."),
        ("careers.outlook", {"start_year": -1}, "start_year: "),
        ("careers.outlook", {"start_year": 10**30}, "start_year: "),
        (
            "careers.outlook",
            {"reference_start": "May 2015"},
            "reference_start: “May 2015” value has an invalid date format.",
        ),
        (
            "careers.outlook",
            {"reference_start": "2015-13-01"},
            "reference_start: “2015-13-01” value has the correct format",
        ),
        ("careers.outlook", {"marks": {"x": date(2015, 5, 1)}}, "marks: Value must be valid JSON."),
        ("education.path", {"credentials": "rhit"}, "credentials: rhit is no list of natural keys"),
        ("education.path", {"credentials": ["rhit"]}, "credentials: rhit is no natural key of education.credential"),
    ],
)
def test_what_is_wrong_with_a_value_is_said_with_its_field(model, said, problem):
    row = read(model, **said)
    assert len(row.problems) == 1
    assert row.problems[0].startswith(problem)


def test_everything_that_is_wrong_is_said_at_once():
    row = read("careers.outlook", locator="", growth_percent="seven", source=..., size=3)
    assert {problem.partition(":")[0] for problem in row.problems} == {"size", "growth_percent", "source", "locator"}


@pytest.mark.parametrize(
    ("model", "said", "problem"),
    [
        ("facts.place", {"code": ...}, "code: This field cannot be blank."),
        ("facts.place", {"code": None}, "code: This field cannot be null."),
        ("facts.release", {"source": ...}, "source: is missing."),
        ("salaries.wage", {"industry": ...}, "industry: is missing."),
    ],
)
def test_a_row_without_a_part_of_its_natural_key_has_no_name_and_is_refused(model, said, problem):
    row = read(model, **said)
    assert row.name is None
    assert row.problems == [problem]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("a text", "a row has a model and its fields"),
        (["facts.place"], "a row has a model and its fields"),
        (None, "a row has a model and its fields"),
        ({"model": "facts.place"}, "a row has a model and its fields"),
        ({"fields": {}}, "a row has a model and its fields"),
        ({"model": "facts.place", "fields": {}, "note": ""}, "a row has a model and its fields"),
        ({"model": "facts.place", "fields": {}, "pk": 1}, "has no pk"),
        ({"model": "facts.place", "fields": None}, "no mapping"),
        ({"model": "facts.place", "fields": ["code"]}, "no mapping"),
        ({"model": "facts.palace", "fields": {}}, "“facts.palace” is no model."),
        ({"model": "place", "fields": {}}, "“place” is no model."),
        ({"model": ["facts.place"], "fields": {}}, "is no model."),
        ({"model": 7, "fields": {}}, "“7” is no model."),
        ({"model": "facts.sourced", "fields": {}}, "“facts.sourced” is no model."),
        ({"model": "auth.user", "fields": {}}, "“auth.user” is no model that fixtures fill."),
        ({"model": "facts.edition", "fields": {}}, "“facts.edition” is no model that fixtures fill."),
        ({"model": "facts.loadedrow", "fields": {}}, "no model that fixtures fill."),
        ({"model": "salaries.historicalsalary", "fields": {}}, "no model that fixtures fill."),
    ],
)
def test_what_is_no_row_is_refused(said, problem):
    with pytest.raises(ValidationError) as refusal:
        read_row(Entry(1, said))
    assert problem in refusal.value.messages[0]
