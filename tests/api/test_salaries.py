"""A salary in JSON is a contract: its fields, their order, and how each kind of value is said."""

import json
from datetime import date

import pytest

from tests.factories import CareerFactory, EditionFactory, SalaryFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_a_salary_has_the_fields_of_the_contract_in_their_order(client):
    source = SourceFactory(
        slug="himalayas", publisher="Himalayas", title="A guide", url="https://guides.example/records"
    )
    career = CareerFactory(slug="medical-records-administrator", title="Medical Records Administrator")
    SalaryFactory(
        key="himalayas-mra-level-1", by_level=True, career=career, source=source, locator="Salary by level, row 1"
    )
    answer = client.get("/api/v1/salaries/himalayas-mra-level-1/")
    assert json.dumps(answer.json()) == json.dumps(
        {
            "key": "himalayas-mra-level-1",
            "url": "http://testserver/api/v1/salaries/himalayas-mra-level-1/",
            "page": "http://testserver/figures/himalayas-mra-level-1/",
            "career": {"slug": "medical-records-administrator", "title": "Medical Records Administrator"},
            "level": {"position": 1, "title": "Records Administrator 1"},
            "about": None,
            "group": "",
            "place": {"code": "US", "name": "United States"},
            "industry": None,
            "currency": "USD",
            "pay_period": "year",
            "low": None,
            "high": None,
            "mean": 42000,
            "p10": None,
            "p25": None,
            "median": 38000,
            "p75": None,
            "p90": None,
            "amount": None,
            "converted": None,
            "marks": {},
            "reference_start": None,
            "reference_end": None,
            "population": "",
            "source": {
                "slug": "himalayas",
                "publisher": "Himalayas",
                "title": "A guide",
                "url": "https://guides.example/records",
            },
            "attributed_to": "",
            "locator": "Salary by level, row 1",
            "as_printed": "$38k USD | $42k USD",
            "rank": "normal",
            "note": "",
        }
    )


def test_a_source_s_own_conversion_stands_by_itself(ask):
    salary = SalaryFactory(abroad=True)
    assert ask(f"salaries/{salary.key}/")["converted"] == {"currency": "USD", "low": 32000, "high": 50000}


def test_an_open_end_is_marked(ask):
    salary = SalaryFactory(open_ended=True)
    shown = ask(f"salaries/{salary.key}/")
    assert (shown["high"], shown["marks"]) == (70000, {"high": {"open_ended": True}})


def test_cents_are_exact_numbers_and_days_are_iso(client):
    may = {"reference_start": date(2023, 5, 1), "reference_end": date(2023, 5, 31)}
    SalaryFactory(key="hourly", median="22.35", pay_period="hour", **may)
    text = client.get("/api/v1/salaries/hourly/").content.decode()
    assert '"median":22.35,' in text
    assert '"reference_start":"2023-05-01","reference_end":"2023-05-31"' in text


def test_the_figures_come_with_all_their_words_where_they_are_asked_for(ask):
    SalaryFactory(key="one", attributed_to="BLS", as_printed="$47,190 USD")
    (figure,) = ask("salaries/one/?include=figures")["figures"]
    assert figure["address"] == "one#median"
    assert figure["page"] == "http://testserver/figures/one/#median"
    assert (figure["measure"], figure["value"], figure["value_text"]) == ("median", 47190, "$47,190")
    assert (figure["attributed_to"], figure["as_printed"], figure["standing"]) == ("BLS", "$47,190 USD", "claim")
    assert figure["sentence"].startswith("Median pay, a year: $47,190.")


def test_a_rank_s_reason_is_given_where_it_is_asked_for(ask):
    SalaryFactory(key="old", rank="deprecated", rank_reason="The source has withdrawn it.")
    assert ask("salaries/old/?include=rank_reason")["rank_reason"] == "The source has withdrawn it."
    assert "rank_reason" not in ask("salaries/old/")


def test_addresses_are_of_the_site_that_is_asked_whoever_asked_before(client):
    SalaryFactory(key="range")
    EditionFactory()
    asked = ("testserver", "localhost", "testserver")
    told = [client.get("/api/v1/salaries/", headers={"host": host}).json()["results"][0] for host in asked]
    assert [row["url"] for row in told] == [f"http://{host}/api/v1/salaries/range/" for host in asked]
    assert [row["page"] for row in told] == [f"http://{host}/figures/range/" for host in asked]
    safely = client.get("/api/v1/salaries/", secure=True).json()["results"][0]
    assert safely["url"] == "https://testserver/api/v1/salaries/range/"
