"""Every list as a table that a spreadsheet may open without harm."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.csv.cells import FORMULA, cell
from api.views import lists
from tests.factories import OutlookFactory, PathFactory, SalaryFactory

pytestmark = pytest.mark.django_db


def test_a_table_has_every_row_and_what_stands_inside_a_field_flattened(client):
    for _ in range(60):
        SalaryFactory()
    rows = _table(client, "salaries.csv")
    assert len(rows) == 60
    assert list(rows[0])[:6] == ["key", "url", "page", "career_slug", "career_title", "level_position"]
    assert (rows[0]["median"], rows[0]["place_code"], rows[0]["level_position"]) == ("47190", "US", "")


def test_its_name_tells_the_list_and_the_edition(client):
    answer = client.get("/api/v1/salaries.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="rungs-salaries-edition-0.csv"'


def test_a_table_is_filtered_sorted_and_cut_to_fields_like_the_list(client):
    for median in (40_000, 50_000, 60_000):
        SalaryFactory(median=median)
    rows = _table(client, "salaries.csv?median_min=45000&ordering=-median&fields=median,currency")
    assert rows == [{"currency": "USD", "median": "60000"}, {"currency": "USD", "median": "50000"}]


def test_a_table_may_be_asked_for_by_its_media_type(client):
    SalaryFactory()
    answer = client.get("/api/v1/salaries/", headers={"accept": "text/csv"})
    assert answer["Content-Type"].startswith("text/csv")


def test_a_formula_is_text_and_a_negative_number_is_a_number(client):
    OutlookFactory(growth_percent=-4, growth_words="=HYPERLINK(1)", as_printed="-4%")
    (row,) = _table(client, "outlooks.csv")
    assert row["growth_percent"] == "-4"
    assert row["growth_words"] == "'=HYPERLINK(1)"
    assert row["as_printed"] == "'-4%"


def test_lists_and_marks_are_json_in_their_cell(client):
    PathFactory(open_cost=True)
    (row,) = _table(client, "paths.csv")
    assert row["credentials"] == "[]"
    assert row["marks"] == '{"cost_high": {"open_ended": true}}'


def test_a_table_has_no_pages(problems):
    assert problems("salaries.csv?page=2&page_size=5") == [("page", "not_for_csv"), ("page_size", "not_for_csv")]


def test_a_table_that_is_too_long_says_what_to_do(client, monkeypatch):
    monkeypatch.setattr(lists, "MOST_CSV_ROWS", 2)
    for _ in range(3):
        SalaryFactory()
    answer = client.get("/api/v1/salaries.csv")
    assert answer.status_code == 400
    assert "/download/" in answer.json()["errors"][0]["message"]


@given(st.text())
def test_no_text_is_a_formula(text):
    assert not cell(text).startswith(FORMULA)


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_stays_what_it_is(number):
    assert float(cell(number)) == float(number)


def _table(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200
    return list(csv.DictReader(StringIO(answer.getvalue().decode())))
