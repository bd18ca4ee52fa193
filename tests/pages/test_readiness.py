"""The pages that hold somebody's answers against what is asked, and the API that says the same."""

import logging
import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make

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


answers = st.fixed_dictionaries(
    {},
    optional={
        "has[epic]": st.sampled_from("012"),
        "has[hipaa-compliance]": st.sampled_from("012"),
        "has[ehr-systems-management]": st.sampled_from("012"),
        "credential": st.lists(st.sampled_from(["rhit", "rhia", "cmaa"]), min_size=1, unique=True) | st.just(["none"]),
        "education": st.sampled_from(["none", "associates-degree", "bachelors-degree"]),
        "years": st.integers(0, 80).map(str),
        "rung": st.integers(1, 6).map(str),
        "now": st.integers(0, 200_000).map(str),
        "over": st.integers(1, 40).map(str),
        "cost[himalayas-mra-path-4]": st.integers(0, 90_000).map(str),
        "months[himalayas-mra-path-2]": st.integers(0, 60).map(str),
        "earns[2]": st.integers(0, 200_000).map(str),
    },
).filter(
    lambda given: given.keys() - {"rung", "over"} and any(not name.startswith(("cost", "m", "earns")) for name in given)
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers)
def test_whatever_is_answered_page_and_api_agree(given):
    client = Client()
    asked = urlencode(given, doseq=True)
    page, answer = page_of(client, f"{PAGE}?{asked}"), client.get(API + asked).json()
    if 'id="score"' in page:
        low, high = answer["score_low"], answer["score_high"]
        shown = f"{low}" if low == high else f"{low} to {high}"
        assert f'role="status">{shown} <small>of 100' in page
        assert answer["climb"]["sentence"] in page
        assert all(term["sentence"] in page for term in answer["terms"])
    for prospect in answer["prospects"]:
        for total in filter(None, (prospect["best"], prospect["worst"])):
            assert f'<td class="n">${total["earned"]:,.0f}</td>' in page or total["earned"] % 1
    assert sum(term["points_low"] for term in answer["terms"]) == answer["points_low"]


def test_what_a_form_leaves_blank_is_not_in_the_address(client):
    blank = f"{PAGE}?has[epic]=2&has[cpt]=&years=&cost[himalayas-mra-path-4]=&credential=rhit"
    response = client.get(blank)
    assert response.status_code == 302
    assert response["Location"] == f"{PAGE}?has%5Bepic%5D=2&credential=rhit"
    assert client.get(f"{PAGE}?years=&pay=")["Location"] == PAGE
    assert client.get("/fit/?has[epic]=&credential=rhit")["Location"] == "/fit/?credential=rhit"


def test_the_page_leads_to_the_api_with_the_same_answers(client):
    page = page_of(client, f"{PAGE}?{ANSWERS}")
    (link,) = set(re.findall(r'href="(/api/v1/readiness/[^"]+)"', page))
    assert client.get(unescape(link)).status_code == 200


def test_cost_length_and_pay_can_be_put_in_and_are_told_as_ones_own(client):
    asked = "years=2&now=38000&cost[himalayas-mra-path-4]=6000&months[himalayas-mra-path-4]=12&earns[2]=54000"
    page, answer = page_of(client, f"{PAGE}?{asked}"), client.get(API + asked).json()
    assert "paragraph 1; cost and length by you" in page
    assert "$54,000 a year, your figure" in page
    assert 'name="cost[himalayas-mra-path-4]" inputmode="decimal" maxlength="12"' in page
    assert 'value="6000"' in page
    own = next(each for each in answer["prospects"] if each["key"] == "himalayas-mra-path-4")
    # a year at 38,000; three years at 54,000 until five are full; three at 65,000; three at 80,000
    assert own["best"]["earned"] == 38_000 + 3 * 54_000 + 3 * 65_000 + 3 * 80_000
    assert own["best"] == own["worst"]
    # 16,000 a year more than before: 6,000 are back in five months after the twelve of study
    assert own["best"]["breaks_even"] == 12 + 5
    assert "<b>1 year 5 months</b>" in page
    way = next(each for each in answer["ways"] if each["key"] == "himalayas-mra-path-4")
    assert (way["is_own_cost"], way["is_own_length"]) == (True, True)
    # 6,000 over the rise from 54,000 to 65,000
    assert way["payback_months"] == [7, 7]


def test_a_way_or_rung_of_another_career_is_named_and_changes_nothing(client):
    asked = "years=2&earns[40]=1"
    assert client.get(API + asked).json()["not_asked"] == ["earns[40]"]
    assert "counts for nothing: earns[40]." in page_of(client, f"{PAGE}?{asked}")


def test_somebodys_answers_are_not_kept_for_others_on_their_way(client):
    for address in (f"{PAGE}?years=2", "/fit/?credential=rhit", f"{API}years=2"):
        assert "private" in client.get(address)["Cache-Control"]


def test_by_the_record_a_skill_weighs_importance_times_level(client):
    career = make.OccupationMatchFactory(career__slug="registrar").career
    occupation = career.matches.get().occupation
    skill = make.RatingFactory(occupation=occupation, scale_code="IM", value="4.12")
    make.RatingFactory(
        occupation=occupation, release=skill.release, element_code=skill.element_code, scale_code="LV", value="3.50"
    )
    (term,) = client.get("/api/v1/readiness/?career=registrar&by=record").json()["terms"]
    assert term["weight"] == 2.06
    assert "importance 4.12 of 5" in term["weight_words"]
    assert "level 3.50 of 7" in term["weight_words"]


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
        ("cost[no-such-way]=5", "cost[no-such-way]"),
        ("months[himalayas-mra-path-1]=-3", "months[himalayas-mra-path-1]"),
        ("earns[0]=5", "earns[0]"),
        ("earns[2]=much", "earns[2]"),
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


def test_a_parameter_that_is_no_question_is_said(client):
    page = page_of(client, f"{PAGE}?credential=rhit&experience=2&has[epic=1")
    assert "<b>Not asked here: “experience, has[epic”</b> No question is called so." in page
    assert "Not asked here" not in page_of(client, f"{PAGE}?credential=rhit&has[epic]=1")


@pytest.mark.parametrize("address", [f"{PAGE}?{ANSWERS}", f"{PAGE}?by=record&years=3"])
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


def test_no_sum_is_held_against_staying_for_nothing(client):
    answer = client.get(f"{API}years=2").json()
    sums = [each[end] for each in answer["prospects"] for end in ("best", "worst") if each[end]]
    assert sums
    assert {(each["stayed"], each["gain"], each["breaks_even"]) for each in sums} == {(None, None, None)}
    told = client.get(f"{API}years=2&now=38000").json()
    assert all(each["best"]["gain"] is not None for each in told["prospects"] if each["best"])
    page = page_of(client, f"{PAGE}?years=2")
    assert "Say what you earn now to compare with staying in your present job." in page


def test_a_high_school_diploma_can_be_chosen(client):
    page = page_of(client, PAGE)
    assert re.search(r"<option[^>]*>[^<]*High school diploma[^<]*<", page)


def test_a_missing_requirement_is_named_and_stops_the_score(client):
    page = page_of(client, f"{PAGE}?education=none&credential=none&years=0")
    assert "Required and missing:" in page
    assert "The score stops at 50" in page
