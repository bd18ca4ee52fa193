"""The page of search."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, query="", **more) -> str:
    response = client.get("/search/", {"q": query, **more})
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def found(page: str) -> list[str]:
    return re.findall(r'<li class="result[^"]*"> <h3><a href="[^"]*">([^<]*)</a>', page)


@pytest.fixture
def clerk():
    match = make.OccupationMatchFactory(
        career__title="Medical Records Clerk",
        occupation__code="29-2072",
        occupation__title="Medical Records Specialists",
    )
    make.WageFactory(occupation=match.occupation, annual_median=50_250)
    return match.career


def test_nothing_asked_for_says_what_can_be_asked(client):
    page = page_of(client)
    assert "<h1>Search</h1>" in page
    assert "Typing errors are forgiven." in page
    assert '<a href="/careers/">All careers</a>' in page


def test_careers_and_occupations_are_found_and_told_apart(client, clerk):
    page = page_of(client, "medical records")
    assert set(found(page)) == {"Medical Records Clerk", "Medical Records Specialists"}
    assert '<span class="tag guide">career</span> found in its own title' in page
    assert '<span class="tag record">occupation</span> found in its own title; 29-2072, SOC 2018' in page


def test_each_result_has_the_records_median_with_its_words(client, clerk):
    page = page_of(client, "clerk")
    assert "$50,250</data>" in page
    assert "(a year, United States, May 2024, US Bureau of Labor Statistics, for 29-2072 Medical Records" in page


def test_typing_errors_are_forgiven_and_it_is_said_how_the_words_were_read(client, clerk):
    page = page_of(client, "medcal clrek")
    assert found(page)[0] == "Medical Records Clerk"
    assert "No title is spelt <i>medcal clrek</i>, so we read it as <b>medical clerk</b>." in page
    assert '<a href="?q=medcal+clrek&amp;exact=1" rel="nofollow">Search for it as typed</a>' in page
    assert "Nothing found for “medcal clrek”" in page_of(client, "medcal clrek", exact="1")


def test_another_name_is_shown_as_what_it_is(client, clerk):
    make.AlternateTitleFactory(career=clerk, title="Chart Keeper")
    page = page_of(client, "chart keeper")
    assert f'<mark>Chart Keeper</mark> is another name for <a href="{clerk.get_absolute_url()}">' in page
    assert "found in another name for it, <mark>Chart Keeper</mark>" in page


def test_a_code_is_found(client, clerk):
    assert "found by its code" in page_of(client, "29-2072")


def test_a_code_that_was_replaced_says_so(client, clerk):
    make.OccupationFactory(code="29-2071", title="Technicians", soc_2010=True)
    assert "A code of a classification since replaced." in page_of(client, "29-2071")


def test_results_are_narrowed_by_kind_with_counts(client, clerk):
    page = page_of(client, "medical records", kind="career")
    assert found(page) == ["Medical Records Clerk"]
    assert '<a href="?q=medical+records&amp;kind=occupation">Occupations <b>1</b></a>' in page


def test_nothing_found_says_what_was_tried_and_gives_ways_on(client, clerk):
    page = page_of(client, "zeppelin")
    assert "Nothing found for “zeppelin”" in page
    assert "with the spelling mended" in page
    assert '<a href="/occupations/">All occupations</a>' in page


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("z" * 10_000, "These are 10,000 characters; the first 200 were read."),
        ("\x00", "It holds characters that no text has."),
    ],
)
def test_what_cannot_be_read_is_said_in_words(client, clerk, query, named):
    assert named in page_of(client, query)


def test_what_was_typed_is_shown_as_text(client):
    page = page_of(client, "<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("query", ["   ", "…", "医疗记录", "مدير", "%%%", "' OR 1=1 --"])
def test_blanks_signs_and_other_alphabets_are_answered(client, clerk, query):
    assert found(page_of(client, query)) == []


def test_a_kind_that_is_none_is_named_and_everything_stands(client, clerk):
    page = page_of(client, "medical", kind="bogus")
    assert "Kind: “bogus”" in page
    assert len(found(page)) == 2


def test_long_answers_come_in_pages(client):
    for number in range(25):
        make.CareerFactory(title=f"Archivist {number}")
    page = page_of(client, "archivist", page="2")
    assert len(found(page)) == 5
    assert "21 to 25 of 25 results" in page


def test_search_is_kept_out_of_other_search_engines(client):
    assert '<meta name="robots" content="noindex">' in page_of(client, "x")


def test_the_number_of_queries_does_not_depend_on_how_much_is_found(client):
    make.EditionFactory()
    counts = []
    for _ in range(2):
        for _ in range(3):
            make.OccupationMatchFactory(career=make.CareerFactory(), occupation=make.OccupationFactory())
        make.EditionFactory()
        page_of(client, "career")  # the first search of an edition reads its titles
        with CaptureQueriesContext(connection) as queries:
            page_of(client, "career")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(max_size=300), more=st.dictionaries(st.sampled_from(["kind", "page", "exact"]), st.text(max_size=20))
)
def test_whatever_is_asked_is_answered(client, query, more):
    assert client.get("/search/", {"q": query, **more}).status_code == 200
