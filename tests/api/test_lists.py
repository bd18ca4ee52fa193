"""What every list does alike: pages, order, filters, fields."""

from datetime import date

import pytest

from api.deprecation import DEPRECATED, Deprecation
from tests.factories import CareerFactory, PlaceFactory, SalaryFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]

LISTS = [
    "jobs",
    "careers",
    "occupations",
    "salaries",
    "wages",
    "outlooks",
    "paths",
    "times-to-entry",
    "requirements",
    "variants",
    "moves",
    "employers",
    "credentials",
    "skills",
    "places",
    "industries",
    "sources",
    "releases",
    "editions",
    "disagreements",
    "fact-checks",
    "claims",
]


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_is_an_empty_list(ask, name):
    assert ask(f"{name}/")["results"] == []


def test_a_list_comes_in_pages_with_a_count(ask):
    for _ in range(5):
        SalaryFactory()
    first = ask("salaries/?page_size=2")
    assert list(first) == ["count", "next", "previous", "results"]
    assert (first["count"], first["previous"], len(first["results"])) == (5, None, 2)
    keys = [row["key"] for row in _all_pages(ask, "salaries/?page_size=2")]
    assert len(set(keys)) == 5


def test_the_neighbours_of_a_page_are_asked_with_the_same_filters(ask):
    for median in (40_000, 50_000, 60_000, 70_000):
        SalaryFactory(median=median)
    second = ask("salaries/?median_min=45000&ordering=-median&page_size=1&page=2")
    assert second["next"] == "http://testserver/api/v1/salaries/?median_min=45000&ordering=-median&page_size=1&page=3"
    assert second["previous"].endswith("page=1")
    assert second["results"][0]["median"] == 60000


def test_a_page_after_the_last_is_not_found(client):
    answer = client.get("/api/v1/salaries/?page=2")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "There is no page 2; the last is 1."


def test_values_between_commas_are_alternatives(ask):
    SalaryFactory(key="home")
    SalaryFactory(key="abroad", abroad=True)
    SalaryFactory(key="canada", place=PlaceFactory(canada=True), currency="CAD")
    keys = {row["key"] for row in ask("salaries/?place=GB,CA")["results"]}
    assert keys == {"abroad", "canada"}


@pytest.mark.parametrize(
    ("asked", "medians"),
    [
        ("median_min=9000", [40_000, 100_000]),
        ("median_max=40000", [5_000, 40_000]),
        ("median_min=5000.01&median_max=99999.99", [40_000]),
        ("median_min=60000&median_max=1000", []),
    ],
)
def test_a_range_holds_numbers_and_not_their_digits(ask, asked, medians):
    for median in (5_000, 40_000, 100_000):
        SalaryFactory(median=median)
    assert [row["median"] for row in ask(f"salaries/?{asked}")["results"]] == medians


@pytest.mark.parametrize(
    ("ordering", "keys"), [("median", ["low", "high", "none"]), ("-median", ["high", "low", "none"])]
)
def test_what_has_no_value_comes_last_whichever_way(ask, ordering, keys):
    SalaryFactory(key="none", range=True)
    SalaryFactory(key="high", median=60_000)
    SalaryFactory(key="low", median=50_000)
    assert [row["key"] for row in ask(f"salaries/?ordering={ordering}")["results"]] == keys


def test_pay_of_rungs_is_told_from_pay_of_everyone(ask):
    SalaryFactory(key="all")
    SalaryFactory(key="rung", by_level=True)
    assert [row["key"] for row in ask("salaries/?has_level=true")["results"]] == ["rung"]
    assert [row["key"] for row in ask("salaries/?has_level=false")["results"]] == ["all"]
    assert [row["key"] for row in ask("salaries/?level=1")["results"]] == ["rung"]


def test_one_may_choose_fields(ask):
    SalaryFactory(median=50_000)
    assert ask("salaries/?fields=median,currency")["results"] == [{"currency": "USD", "median": 50000}]


def test_a_row_s_fields_may_be_chosen_too(ask):
    CareerFactory(slug="keeper", title="Keeper")
    assert ask("careers/keeper/?fields=slug,title") == {"slug": "keeper", "title": "Keeper"}


def _all_pages(ask, path):
    while path:
        page = ask(path)
        yield from page["results"]
        path = page["next"] and page["next"].partition("/api/v1/")[2]


def test_a_field_that_is_given_on_request_may_be_named_among_the_fields(ask):
    SalaryFactory(key="one", median=50_000)
    for asked in ("fields=key,figures", "fields=key&include=figures", "fields=key,figures&include=figures"):
        (row,) = ask(f"salaries/?{asked}")["results"]
        assert row.keys() == {"key", "figures"}
    assert ask("salaries/one/?fields=figures").keys() == {"figures"}


def test_links_lead_to_the_pages_beside_and_to_the_schema(client):
    for _ in range(3):
        SalaryFactory()
    link = client.get("/api/v1/salaries/?page=2&page_size=1")["Link"]
    assert '<http://testserver/api/v1/salaries/?page=3&page_size=1>; rel="next"' in link
    assert '<http://testserver/api/v1/salaries/?page=1&page_size=1>; rel="prev"' in link
    assert '<http://testserver/api/v1/schema/>; rel="service-desc"' in link
    assert 'rel="next"' not in client.get("/api/v1/salaries/")["Link"]


def test_what_will_end_says_so(client, monkeypatch):
    deprecation = Deprecation(since=date(2026, 12, 1), sunset=date(2027, 12, 1))
    monkeypatch.setitem(DEPRECATED, "salaries", deprecation)
    answer = client.get("/api/v1/salaries/")
    assert answer["Deprecation"] == "@1796083200"
    assert answer["Sunset"] == "Wed, 01 Dec 2027 00:00:00 GMT"
    assert '<http://testserver/api/#stays>; rel="deprecation"' in answer["Link"]
    assert "Deprecation" not in client.get("/api/v1/outlooks/")
