"""The page of claims held against the record."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.models import OccupationMatch
from tests import factories as make
from tests.checked import check_everything

pytestmark = pytest.mark.django_db


def page_of(client, **asked) -> str:
    check_everything()
    response = client.get("/fact-checks/", asked)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def rungs(page: str) -> list[str]:
    return re.findall(r'data-rung="(\w+)"', page)


@pytest.fixture
def claim():
    """A median that a guide credits to BLS, and that its record contradicts."""
    match = make.OccupationMatchFactory(career__slug="administrator", occupation__code="29-2072")
    make.WageFactory(occupation=match.occupation, annual_median=48_780)
    return make.SalaryFactory(
        key="claim",
        career=match.career,
        median=47_190,
        attributed_to="BLS",
        source__slug="guide",
        source__publisher="Himalayas",
    )


def test_where_nobody_credits_an_office_the_page_says_so(client):
    assert "No claim here credits an official publisher." in page_of(client)


def test_claim_and_record_stand_side_by_side_as_figures_with_one_sentence(client, claim):
    page = page_of(client)
    assert "1 claim, 1 contradicted" in page
    assert '<a href="/figures/claim/#median"><data value="47190">$47,190</data></a>' in page
    assert '<data value="48780">$48,780</data>' in page
    assert page.count("US Bureau of Labor Statistics gives $48,780 for") == 1
    assert "<b>Number:</b>" in page


def test_each_claim_and_each_of_its_checks_has_an_address(client, claim):
    page = page_of(client)
    assert '<li id="claim.median" data-rung="no">' in page
    assert '<a href="/fact-checks/?claim=claim.median">' in page
    assert 'id="claim.median.29-2072"' in page
    assert 'href="/fact-checks/?claim=claim.median"' in client.get("/figures/claim/").text


def test_the_worst_comes_first_and_what_agrees_last(client, claim):
    make.SalaryFactory(career=claim.career, median=48_780, attributed_to="BLS")
    make.SalaryFactory(career=claim.career, median=48_780, attributed_to="BLS", in_may_2023=True)
    make.SalaryFactory(key="worse", career=claim.career, median=20_000, attributed_to="BLS")
    page = page_of(client)
    assert rungs(page) == ["no", "no", "unknown", "ok"]
    assert page.index('id="worse.median') < page.index('id="claim.median')
    assert "Not loaded on this site" in page


def test_a_claim_stands_once_and_a_near_group_settles_nothing(client, claim):
    near = make.OccupationMatchFactory(career=claim.career, match=OccupationMatch.Match.RELATED)
    make.WageFactory(occupation=near.occupation, annual_median=47_800)
    page = page_of(client)
    assert rungs(page) == ["no"]
    assert f"{near.occupation.title} is only near" in page
    assert page.index("$48,780") < page.index("$47,800")


def test_a_career_that_is_counted_in_no_group_is_only_near(client):
    near = make.OccupationMatchFactory(match=OccupationMatch.Match.RELATED)
    make.WageFactory(occupation=near.occupation, annual_median=47_800)
    make.SalaryFactory(career=near.career, median=48_780, attributed_to="BLS")
    page = page_of(client, verdict="near")
    assert rungs(page) == ["unknown"]
    assert "Statistics count this job in no group here." in page
    assert "contradicted</h2>" not in page


def test_it_is_narrowed_by_verdict_guide_quantity_and_occupation_with_counts(client, claim):
    make.SalaryFactory(career=claim.career, median=48_780, attributed_to="BLS")
    page = page_of(client)
    for choice in ("verdict=contradicted", "publisher=Himalayas"):
        assert re.search(rf'<a href="\?{choice}" rel="nofollow">[^<]+<b>1</b></a>', page), choice
    for choice in ("quantity=pay", "occupation=29-2072"):
        assert re.search(rf'<a href="\?{choice}" rel="nofollow">[^<]+<b>2</b></a>', page), choice
    assert "<span>Another measure’s figure <b>0</b></span>" in page
    assert rungs(page_of(client, verdict="agrees")) == ["ok"]
    assert rungs(page_of(client, source="guide", quantity="pay", occupation="29-2072")) == ["no"]


def test_it_opens_with_what_was_found_over_all_guides_and_by_publisher(client, claim):
    make.SalaryFactory(career=claim.career, median=48_780, attributed_to="BLS", source__publisher="Study.com")
    page = page_of(client)
    assert "2 guides here make 2 claims that credit an official publisher or give its figure to the digit. We" in page
    assert "1 of 2 claims is right: the publisher’s own release says the same." in page
    assert "1 of 2 claims is contradicted" in page
    for publisher in ("All guides", "Himalayas", "Study.com"):
        assert f'<th scope="row">{publisher}</th>' in page
    assert "What we found" not in page_of(client, verdict="agrees")


def test_claims_stand_on_pages_and_each_is_found_by_its_address(client, claim):
    for median in range(20_000, 20_025):
        make.SalaryFactory(career=claim.career, median=median, attributed_to="BLS")
    page = page_of(client)
    assert len(rungs(page)) == 20
    assert 'id="claim.median"' not in page
    assert "26 claims, 26 contradicted" in page
    assert len(rungs(page_of(client, page="2"))) == 6
    found = page_of(client, claim="claim.median")
    assert rungs(found) == ["no"]
    assert 'id="claim.median"' in found


def test_a_choice_without_any_check_has_a_way_on(client, claim):
    assert "No claim is like that" in page_of(client, quantity="growth")


def test_the_same_list_is_there_for_programs(client, claim):
    page = page_of(client, verdict="contradicted")
    for address in re.findall(r'href="(/api/v1/claims[^"]+)"', page):
        assert "verdict=contradicted" in address
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"verdict": "nope"}, "Verdict: “nope”"),
        ({"source": "nope"}, "Guide: “nope”"),
        ({"occupation": "\x00"}, "Occupation: “�”"),
    ],
)
def test_what_makes_no_sense_is_named_and_the_rest_stands(client, claim, asked, named):
    page = page_of(client, **asked)
    assert "It was left out." in page
    assert named in page
    assert rungs(page) == ["no"]


def test_the_number_of_queries_does_not_depend_on_how_many_claims_there_are(client):
    counts = []
    for times in (1, 3):
        for _ in range(times):
            match = make.OccupationMatchFactory()
            make.WageFactory(occupation=match.occupation)
            make.SalaryFactory(career=match.career, attributed_to="BLS")
        check_everything()
        with CaptureQueriesContext(connection) as queries:
            client.get("/fact-checks/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 16


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verdict=st.text(max_size=300), source=st.text(max_size=300), occupation=st.text(max_size=300))
def test_whatever_is_asked_is_answered(client, verdict, source, occupation):
    asked = {"verdict": verdict, "source": source, "occupation": occupation}
    assert client.get("/fact-checks/", asked).status_code == 200
