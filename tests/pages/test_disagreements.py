"""Where sources disagree, and how figures are compared."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make
from tests.checked import check_everything

pytestmark = pytest.mark.django_db


def page_of(client, **asked) -> str:
    check_everything()
    response = client.get("/disagreements/", asked)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def growth_in_two_ways(career):
    source = make.SourceFactory(publisher="Study.com")
    for percent in (15, 17):
        make.OutlookFactory(career=career, source=source, growth_percent=percent, start_year=2014, end_year=2024)


@pytest.fixture
def technician():
    career = make.CareerFactory(slug="technician", title="Technician")
    growth_in_two_ways(career)
    return career


def test_where_nothing_differs_the_page_says_so(client):
    page = page_of(client)
    assert "No two figures here answer one question differently" in page
    assert '<a href="/fact-checks/">fact checks</a>' in page


def test_two_answers_stand_side_by_side_with_one_sentence(client, technician):
    page = page_of(client)
    assert "1 question with more than one answer" in page
    assert "+15%</data>" in page
    assert "+17%</data>" in page
    assert page.count("2 points apart.") == 1


def test_it_is_narrowed_by_career_and_quantity_with_counts(client, technician):
    growth_in_two_ways(make.CareerFactory(slug="administrator", title="Administrator"))
    page = page_of(client)
    assert '<a href="?career=technician" rel="nofollow">Technician <b>1</b></a>' in page
    assert '<a href="?quantity=growth" rel="nofollow">Growth in jobs <b>2</b></a>' in page
    assert "1 question with more than one answer" in page_of(client, career="technician")
    assert "0 questions" in page_of(client, quantity="pay")


def test_a_choice_can_be_undone(client, technician):
    assert '<a href="/disagreements/" rel="nofollow" aria-current="true">Technician <b>1</b>' in page_of(
        client, career="technician"
    )


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"career": "nope"}, "Career: “nope”"),
        ({"career": "\x00"}, "Career: “�”"),
        ({"quantity": "bogus"}, "About: “bogus”"),
    ],
)
def test_what_makes_no_sense_is_named_and_the_rest_stands(client, technician, asked, named):
    page = page_of(client, **asked)
    assert named in page
    assert "1 question with more than one answer" in page


def test_a_career_of_which_nothing_differs_has_a_way_on(client, technician):
    make.CareerFactory(slug="quiet")
    page = page_of(client, career="quiet")
    assert "No two figures here answer one question differently" in page
    assert '<a href="/disagreements/">Show all disagreements</a>' in page


def test_the_number_of_queries_does_not_depend_on_how_much_differs(client):
    counts = []
    for times in (1, 3):
        for _ in range(times):
            growth_in_two_ways(make.CareerFactory())
        check_everything()
        with CaptureQueriesContext(connection) as queries:
            client.get("/disagreements/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(career=st.text(max_size=300), quantity=st.text(max_size=300))
def test_whatever_is_asked_is_answered(client, career, quantity):
    assert client.get("/disagreements/", {"career": career, "quantity": quantity}).status_code == 200


def test_how_figures_are_compared_is_told_in_words(client):
    page = client.get("/methodology/").text
    for said in ("What a figure says", "The same question", "How claims are checked", "relative standard error"):
        assert said in page


def test_every_entry_of_the_contents_is_on_the_page(client):
    page = client.get("/methodology/").text
    anchors = re.findall(r'<li><a href="#([\w-]+)">', page)
    assert anchors
    assert all(f'<section id="{anchor}">' in page for anchor in anchors)
