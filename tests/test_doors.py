"""Two doors to one room: pages and API answer the same questions with the same values.

Every published figure is the same in the database, on its page, in JSON and in CSV.
"""

import csv
import re
from decimal import Decimal
from io import StringIO
from urllib.parse import urlsplit

import pytest

from careers.models import ExposureClaim, Outlook
from education.models import Path, TimeToEntry
from facts.models.statement import statement_models
from salaries.models import Salary, Wage
from tests.factories import ExposureClaimFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

LISTS = {
    Salary: "salaries",
    Outlook: "outlooks",
    Path: "paths",
    TimeToEntry: "times-to-entry",
    ExposureClaim: "exposure-claims",
}
COLUMNS = {
    "range": ("low", "high"),
    "converted": ("converted_low", "converted_high"),
    "months": ("months_min", "months_max"),
    "cost": ("cost_low", "cost_high"),
}
"""The columns of a figure that is a range; any other figure is one column of its own name."""


@pytest.fixture(autouse=True)
def _claims_of_exposure(db):
    """The first guides make none."""
    ExposureClaimFactory()


def test_no_kind_of_statement_is_left_out():
    assert set(LISTS) == set(statement_models())


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_every_figure_of_a_statement_is_the_same_everywhere(client, model):
    in_json = {row["key"]: row for row in client.get(f"/api/v1/{LISTS[model]}/?page_size=200").json()["results"]}
    in_csv = {row["key"]: row for row in _table(client, f"/api/v1/{LISTS[model]}.csv")}
    stated = list(model.objects.with_words())
    assert in_json.keys() == in_csv.keys() == {row.key for row in stated}
    for row in stated:
        page = client.get(row.get_absolute_url()).content.decode()
        for figure in row.figures():
            columns = COLUMNS.get(figure.field, (figure.field,))
            truth = _machine(*(getattr(row, column) for column in columns))
            assert _on_page(page, figure.field) == truth, figure.address
            assert _machine(*(_shown(in_json[row.key], column) for column in columns)) == truth, figure.address
            assert _machine(*(in_csv[row.key][column] for column in columns)) == truth, figure.address


def test_every_figure_of_a_wage_is_the_same_everywhere(client):
    in_json = {row["page"]: row for row in client.get("/api/v1/wages/?page_size=200").json()["results"]}
    in_csv = {row["page"]: row for row in _table(client, "/api/v1/wages.csv")}
    wages = list(Wage.objects.published().with_words())
    assert len(in_json) == len(in_csv) == len(wages) > 10
    for wage in wages:
        address = f"http://testserver{wage.get_absolute_url()}"
        page = client.get(wage.get_absolute_url()).content.decode()
        for figure in wage.figures():
            truth = _machine(getattr(wage, figure.field))
            assert _linked(page, figure.field) == truth, figure.address
            assert _machine(in_json[address][figure.field]) == truth, figure.address
            assert _machine(in_csv[address][figure.field]) == truth, figure.address


def test_a_figure_by_itself_says_what_its_statement_says(client):
    for model, name in LISTS.items():
        for row in client.get(f"/api/v1/{name}/?page_size=200&include=figures").json()["results"]:
            for figure in row["figures"]:
                field = figure["address"].partition("#")[2]
                columns = COLUMNS.get(field, (field,))
                given = [figure["value"]] if len(columns) == 1 else [figure["low"], figure["high"]]
                assert given == [_shown(row, column) for column in columns], figure["address"]
                assert figure["as_printed"] == row["as_printed"]
        assert model.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "q=medical",
        "field=databases",
        "median_min=50000&median_max=120000",
        "growth_min=5",
        "ordering=-title",
    ],
)
def test_careers_among_the_jobs_are_those_of_the_api_in_the_same_order(client, asked):
    page = client.get(f"/careers/?{asked}").content.decode()
    shown = re.findall(r'<li\s+class="result">\s*<h3><a\s+href="(/careers/[^"]+)"', page)
    given = client.get(f"/api/v1/careers/?{asked}&page_size=200").json()["results"]
    assert shown == [path for row in given if (path := urlsplit(row["page"]).path) in shown]
    assert shown


@pytest.mark.parametrize("asked", ["", "q=records", "median_min=60000&ordering=-median", "growth_min=5", "q=29-"])
def test_occupations_are_the_same_ones_in_the_same_order(client, asked):
    page = client.get(f"/occupations/?{asked}").content.decode()
    shown = re.findall(r'<tr>\s*<th scope="row"><a\s+href="([^"]+)"', page)
    given = client.get(f"/api/v1/occupations/?scheme=soc-2018&page_size=20&{asked}").json()["results"]
    assert shown == [urlsplit(row["page"]).path for row in given]
    assert shown


@pytest.mark.parametrize("query", ["db admin", "helth tecnician", "records", "29-2072", "director"])
def test_a_search_finds_the_same(client, query):
    page = client.get("/search/", {"q": query}).content.decode()
    given = client.get("/api/v1/search/", {"q": query, "page_size": 20}).json()
    shown = re.findall(r'<h3><a\s+href="([^"]+)"', page)
    assert [urlsplit(row["page"]) for row in given["results"]] == [
        urlsplit(f"http://testserver{address.replace('&amp;', '&')}") for address in shown
    ]
    assert (given["read_as"] in page) or not given["read_as"]
    assert shown


def test_a_comparison_comes_to_the_same(client):
    asked = "item=medical-records-administrator&item=health-information-technician&item=29-2072"
    page = client.get(f"/compare/?{asked}").content.decode()
    rows = [row for group in client.get(f"/api/v1/compare/?{asked}").json()["groups"] for row in group["rows"]]
    assert len(rows) > 10
    for row in rows:
        assert row["title"] in page
        for answer in (answer for cell in row["cells"] for answer in cell if answer["figure"]):
            assert f'#{answer["figure"]["address"].partition("#")[2]}">{answer["text"]}</a>' in page


def test_the_guide_s_page_shows_every_figure_that_the_whole_career_has(client):
    page = client.get("/careers/medical-records-administrator/").content.decode()
    guide = client.get("/api/v1/careers/medical-records-administrator/?include=salaries,outlooks,paths").json()
    stated = [*guide["salaries"], *guide["outlooks"], *guide["paths"], *guide["times_to_entry"]]
    assert len(stated) > 20
    assert not [row["key"] for row in stated if f'href="{urlsplit(row["page"]).path}' not in page]


def _on_page(page: str, field: str) -> str:
    """The number for machines of the element with the field's name; "" where it has none."""
    element = re.search(rf'id="{field}".*?(?:<data\s+value="([^"]*)"|</div>|</td>|</dd>)', page, re.DOTALL)
    assert element, field
    return element[1] or ""


def _linked(page: str, field: str) -> str:
    """The number for machines where the page links to the field's permanent address; "" where it has none."""
    element = re.search(rf'href="[^"]*#{field}">(?:<data\s+value="([^"]*)")?', page)
    assert element, field
    return element[1] or ""


def _shown(row: dict, column: str):
    """A column's value in JSON, where a conversion stands by itself."""
    if column.startswith("converted_"):
        return row["converted"] and row["converted"][column.removeprefix("converted_")]
    return row[column]


def _machine(*numbers) -> str:
    """Numbers of any kind as a page has them for machines: "47190", "30000/70000"."""
    given = [Decimal(str(number)) for number in numbers if number not in (None, "")]
    texts = (f"{number:f}" for number in given)
    return "/".join(text.rstrip("0").rstrip(".") if "." in text else text for text in texts)


def _table(client, address):
    return list(csv.DictReader(StringIO(client.get(address).getvalue().decode())))
