"""The pages that hold somebody's answers against what is asked, and the API that says the same."""

import logging
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

PAGE = "/careers/medical-records-administrator/readiness/"
API = "/api/v1/readiness/?career=medical-records-administrator&"
ANSWERS = "has[epic]=2&has[hipaa-compliance]=1&has[cpt]=0&credential=rhit&years=2&pay=60000&now=38000"


def page_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_without_answers_there_is_a_form_and_no_score(client):
    page = page_of(client, PAGE)
    assert '<input type="radio" name="has[epic]" value="2" aria-label="Epic: alone">' in page
    assert 'id="score"' not in page
    assert "Say how many years you have" in page


def test_answers_are_in_the_form_and_in_the_sum(client):
    page = page_of(client, f"{PAGE}?{ANSWERS}")
    assert '<input type="radio" name="has[epic]" value="2" aria-label="Epic: alone" checked>' in page
    assert '<input type="checkbox" name="credential" value="rhit" checked>' in page
    assert "You say “with help”, which counts half." in page
    assert "“Senior Medical Records Administrator” takes 3 more years." in page
    assert "The lowest rung that pays what you would like is “Senior Medical Records Administrator”." in page


@pytest.mark.parametrize("asked", [ANSWERS, "years=9&rung=4&credential=none", "education=none&over=3&study=full&now=1"])
def test_page_and_api_agree(client, asked):
    page, answer = page_of(client, f"{PAGE}?{asked}"), client.get(API + asked).json()
    low, high = answer["score_low"], answer["score_high"]
    shown = f"{low}" if low == high else f"{low} to {high}"
    assert f'role="status">{shown} <small>of 100' in page
    for term in answer["terms"]:
        assert term["sentence"].replace("’", "’") in page
    assert sum(term["points_low"] for term in answer["terms"]) == answer["points_low"]
    assert sum(term["points_high"] for term in answer["terms"]) == answer["points_high"]
    for way in answer["ways"]:
        assert f"/figures/{way['key']}/" in page


def test_the_api_leads_to_the_page_of_the_same_answers(client):
    answer = client.get(f"{API}{ANSWERS}").json()
    page = answer["page"].removeprefix("http://testserver").removeprefix("http://127.0.0.1:8000")
    assert f"{answer['score_low']} to {answer['score_high']} <small>" in page_of(
        client, page[page.index("/careers/") :]
    )


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("has[no-such-skill]=2", "has[no-such-skill]"),
        ("has[epic]=3", "has[epic]"),
        ("credential=knighthood", "credential"),
        ("education=rhit", "education"),
        ("years=-1", "years"),
        ("years=2.5", "years"),
        ("years=1&years=2", "years"),
        ("pay=1e9", "pay"),
        ("pay=999999999", "pay"),
        ("over=0", "over"),
        ("by=heart", "by"),
        ("study=%00", "study"),
        (f"years={'9' * 5000}", "years"),
    ],
)
def test_what_makes_no_sense_is_said_at_both_doors(client, asked, parameter):
    page = page_of(client, f"{PAGE}?{asked}&credential=rhia" if "credential" not in asked else f"{PAGE}?{asked}")
    assert "Some of what was asked for makes no sense" in page
    refused = client.get(API + asked)
    assert refused.status_code == 400
    assert parameter in {problem["parameter"] for problem in refused.json()["errors"]}


def test_a_career_that_is_not_there_is_said_so(client):
    assert client.get("/careers/nobody/readiness/").status_code == 404
    for career in ("", "career=nobody", "career=a&career=b", "career=%00"):
        assert client.get(f"/api/v1/readiness/?{career}").status_code == 400


def test_a_skill_that_this_career_does_not_ask_for_is_named_and_changes_nothing(client):
    with_it = client.get(f"{API}years=2&has[business-skills]=2").json()
    assert with_it["not_asked"] == ["business-skills"]
    assert "not asked here, so it counts for nothing: Business skills." in page_of(
        client, f"{PAGE}?years=2&has[business-skills]=2"
    )
    assert with_it["points_high"] == client.get(f"{API}years=2").json()["points_high"]


def test_fit_holds_the_answers_against_every_career_that_asks_anything(client):
    page = page_of(client, "/fit/?credential=rhit&education=bachelors-degree")
    order = re.findall(r'<th scope="row"><a href="/careers/([\w-]+)/readiness/\?credential=rhit', page)
    assert set(order) == {
        "database-administrator",
        "health-information-manager",
        "health-information-technician",
        "medical-records-administrator",
        "medical-transcriptionist",
    }
    assert order[-1] == "medical-records-administrator"  # it asks most, of which most is not said
    for slug in order:
        answer = client.get(f"/api/v1/readiness/?career={slug}&credential=rhit&education=bachelors-degree").json()
        low, high = answer["score_low"], answer["score_high"]
        if answer["rung"] == "" or answer["rung"].startswith("Junior"):
            assert f"<b>{low}{f' to {high}' if low != high else ''}</b>" in page


@pytest.mark.parametrize("address", [f"{PAGE}?{ANSWERS}", f"{PAGE}?by=record&years=3", "/fit/?credential=rhit"])
def test_a_page_takes_at_most_twenty_queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page_of(client, address)
    assert len(queries) <= 20


def test_nothing_of_the_answers_is_kept_or_logged(client, caplog):
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"{PAGE}?years=2&pay=61234")
    assert not response.cookies
    assert not [query for query in queries if not query["sql"].lstrip().upper().startswith("SELECT")]
    assert "61234" not in "".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )


def test_a_career_can_be_judged_by_the_record(client):
    page = page_of(client, "/careers/medical-records-clerk/readiness/")
    assert "there is nothing to hold yourself against" in page
