"""The page of search."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.models import MissedSearch
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
        match="exact",
        career__title="Medical Records Clerk",
        occupation__code="29-2072",
        occupation__title="Medical Records Specialists",
    )
    make.WageFactory(occupation=match.occupation, annual_median=50_250)
    return match.career


def test_nothing_asked_for_says_what_can_be_asked(client):
    page = page_of(client)
    assert "<h1>Search</h1>" in page
    assert "Type a job, another name for it, or a code." in page
    assert '<a href="/careers/">All jobs</a>' in page


def test_a_job_is_found_once_on_its_own_page(client, clerk):
    page = page_of(client, "medical records")
    assert found(page) == ["Medical Records Clerk"]
    assert f'<h3><a href="{clerk.get_absolute_url()}">' in page
    assert "1 job for “medical records”" in page


def test_each_result_has_one_line_of_pay_education_and_growth(client, clerk):
    group = clerk.occupations.get()
    make.TypicalEntryFactory(occupation=group, education="Postsecondary nondegree award")
    make.OutlookFactory(of_occupation=True, occupation=group, growth_percent="7.1")
    page = page_of(client, "clerk")
    assert re.search(r"\$50,250</data></a></span></b> a year", page)
    assert "<span>Postsecondary nondegree award</span>" in page
    assert re.search(r"Jobs <span class=\"inline-figure\">.*?7\.1", page)


def test_a_specialty_says_whose_pay_is_shown(client):
    nurses = make.OccupationFactory(code="29-1141", title="Registered Nurses")
    make.WageFactory(occupation=nurses, annual_median=97_550, annual_p75=110_000, annual_p90=130_000)
    make.OccupationFactory(code="29-1141.01", title="Acute Care Nurses", onet=True, parent=nurses)
    page = page_of(client, "acute care nurse")
    assert found(page)[0] == "Acute Care Nurses"
    assert "$97,550</data>" in page
    assert "Counted together with other jobs, as 29-1141 Registered Nurses." in page


@pytest.fixture
def ohio(clerk):
    place = make.PlaceFactory(code="US-OH", name="Ohio", kind="state")
    release = clerk.occupations.get().wages.get().release
    make.WageFactory(occupation=clerk.occupations.get(), place=place, release=release, annual_median=44_440)
    return place


@pytest.mark.parametrize(
    "query", ["clerk ohio", "what does a clerk earn in Ohio?", "Clerk, OH", "clerk salary in ohio"]
)
def test_a_state_in_the_query_is_answered_with_its_pay(client, clerk, ohio, query):
    page = page_of(client, query)
    assert found(page) == ["Medical Records Clerk"]
    assert re.search(r"\$44,440</data></a></span></b> a year in Ohio", page)
    assert f'href="{clerk.get_absolute_url()}?place=US-OH"' in page


def test_a_place_without_pay_says_so_and_shows_the_nations(client, clerk, ohio):
    make.WageFactory(occupation=make.OccupationFactory(title="Bakers"), annual_median=46_000)
    page = page_of(client, "bakers ohio")
    assert re.search(r"Pay in Ohio: not available\. <b><span class=\"inline-figure\">.*?\$46,000</data>", page)


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("highest paying jobs", "ordering=-median"),
        ("fastest growing jobs", "ordering=-growth"),
        ("jobs over $60k", "median_min=60000&ordering=-median"),
        ("jobs paying $25 an hour", "median_min=52000&ordering=-median"),
        ("jobs with an associate's degree", "education=associate"),
        ("jobs in ohio", "place=US-OH"),
    ],
)
def test_a_question_leads_to_the_list_that_answers_it(client, ohio, query, values):
    response = client.get("/search/", {"q": query})
    assert response.status_code == 302
    assert response.url == f"/careers/?{values}"


def test_a_title_is_never_taken_for_a_question(client):
    make.CareerFactory(title="Highest Paying Jobs Analyst")
    make.CareerFactory(title="Jobs")
    assert found(page_of(client, "jobs"))[0] == "Jobs"


def test_typing_errors_are_forgiven_and_it_is_said_how_the_words_were_read(client, clerk):
    page = page_of(client, "medcal clrek")
    assert found(page)[0] == "Medical Records Clerk"
    assert "Showing results for <b>medical clerk</b>." in page
    assert '<a href="?q=medcal+clrek&amp;exact=1" rel="nofollow">' in page
    assert "Nothing found for “medcal clrek”" in page_of(client, "medcal clrek", exact="1")


def test_another_name_is_shown_as_what_it_is(client, clerk):
    make.AlternateTitleFactory(career=clerk, title="Chart Keeper")
    assert "Also called <mark>Chart Keeper</mark>" in page_of(client, "chart keeper")


@pytest.mark.parametrize("query", ["29-2072", "292072", "29-20"])
def test_a_code_is_found_whole_or_begun(client, clerk, query):
    page = page_of(client, query)
    assert found(page) == ["Medical Records Clerk"]
    assert "Code <mark>29-2072</mark>" in page


def test_a_code_that_was_replaced_says_so(client, clerk):
    make.OccupationFactory(code="29-2071", title="Technicians", soc_2010=True)
    assert "An older code." in page_of(client, "29-2071")


def test_nothing_found_says_what_was_tried_and_gives_ways_on(client, clerk):
    page = page_of(client, "zeppelin")
    assert "Nothing found for “zeppelin”" in page
    assert "tried other spellings" in page
    assert '<a href="/careers/">All jobs</a>' in page


def test_what_found_nothing_is_counted_by_its_words_alone(client, clerk):
    for query in ("Zeppelin  pilot", "zeppelin pilot", "me@example.com", "555123456", "clerk"):
        page_of(client, query)
    assert list(MissedSearch.objects.values_list("words", "times")) == [("zeppelin pilot", 2)]


def test_what_found_nothing_is_not_kept_by_caches(client, clerk):
    assert "no-store" in client.get("/search/", {"q": "zeppelin"})["Cache-Control"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("z" * 10_000, "These are 10,000 characters; the first 200 were read."),
        ("\x00", "It has characters that no text has."),
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


def test_long_answers_come_in_pages(client):
    for number in range(25):
        make.CareerFactory(title=f"Archivist {number}")
    page = page_of(client, "archivist", page="2")
    assert len(found(page)) == 5
    assert "21 to 25 of 25 jobs" in page


def test_search_is_kept_out_of_other_search_engines(client):
    assert '<meta name="robots" content="noindex">' in page_of(client, "x")


def test_the_number_of_queries_does_not_depend_on_how_much_is_found(client):
    make.EditionFactory()
    counts = []
    for _ in range(2):
        for number in range(3):
            make.OccupationMatchFactory(career=make.CareerFactory(title=f"Archivist {len(counts)} {number}"))
        make.EditionFactory()
        page_of(client, "archivist")  # the first search of an edition reads its titles
        with CaptureQueriesContext(connection) as queries:
            page_of(client, "archivist")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(max_size=300), more=st.dictionaries(st.sampled_from(["kind", "page", "exact"]), st.text(max_size=20))
)
def test_whatever_is_asked_is_answered(client, query, more):
    assert client.get("/search/", {"q": query, **more}).status_code in (200, 302)


@pytest.mark.django_db
def test_two_jobs_held_against_each_other_are_compared(client):
    response = client.get("/search/?q=nurse+vs.+plumber")
    assert response.status_code == 302
    assert response.url == "/compare/?item=nurse&item=plumber"
