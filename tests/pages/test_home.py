"""The front page, and what crawlers get."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.checked import check_everything
from tests.pages.stage import tell_everything

pytestmark = pytest.mark.django_db


def page_of(client) -> str:
    check_everything()
    response = client.get("/")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def climb(career, medians):
    """A ladder of the career with a paid rung of two years for each median."""
    ladder = make.LadderFactory(career=career)
    for position, median in enumerate(medians, start=1):
        rung = make.RungFactory(
            ladder=ladder,
            position=position,
            title=f"Rung {position}",
            years_min=2 * position - 2,
            years_max=2 * position,
        )
        make.SalaryFactory(career=career, level=rung, median=median)


def test_it_stands_without_anything_published(client):
    page = page_of(client)
    assert "What a job pays, who says so, and since when." in page
    assert "Nothing has been published yet." in page
    assert '<figure class="chart">' not in page


def test_search_comes_first_and_there_is_one_search_box(client):
    page = page_of(client)
    assert page.count('role="search"') == 1
    assert page.index('role="search"') < page.index("<h2>")


def test_the_tallest_ladder_is_drawn_with_its_words(client):
    climb(make.CareerFactory(title="Short"), [30_000, 40_000])
    tall = make.CareerFactory(title="Archivist")
    climb(tall, [30_000, 45_000, 60_000])
    page = page_of(client)
    assert "A staircase of 3 rungs: Rung 1, $30,000; Rung 2, $45,000; Rung 3, $60,000" in page
    assert f'<a href="{tall.get_absolute_url()}#ladder">Archivist</a>, United States, by the' in page
    assert "year not stated</figcaption>" in page


def test_a_contradicted_claim_stands_beside_the_record(client):
    match = make.OccupationMatchFactory(occupation__title="Medical Records Specialists")
    make.SalaryFactory(career=match.career, median=47_190, attributed_to="BLS")
    make.WageFactory(occupation=match.occupation, annual_median=48_780)
    page = page_of(client)
    assert "$47,190</data>" in page
    assert "$48,780</data>" in page
    assert "Medical Records Specialists" in page


def test_two_answers_to_one_question_are_shown(client):
    career, source = make.CareerFactory(), make.SourceFactory()
    for growth in (15, 17):
        make.OutlookFactory(career=career, source=source, growth_percent=growth)
    assert "2 points apart." in page_of(client)


def test_careers_are_browsed_by_field_pay_and_schooling_with_counts(client):
    match = make.OccupationMatchFactory()
    make.WageFactory(occupation=match.occupation, annual_median=50_250)
    make.RequirementFactory(career=match.career, credentials=[make.CredentialFactory(associate=True)])
    page = page_of(client)
    assert '<a href="/careers/?field=health-records">Health records</a><span>1</span>' in page
    assert '<a href="/careers/?median_min=50000&amp;median_max=74999">$50,000 to $74,999</a><span>1</span>' in page
    assert '<a href="/careers/?education=associates-degree">Associate’s degree</a><span>1</span>' in page
    assert "<i>Under $50,000</i><span>0</span>" in page


def test_the_latest_editions_are_listed_the_newest_first(client):
    make.EditionFactory.create_batch(4)
    numbers = re.findall(r'<h3><a href="/changes/(\d+)/">', page_of(client))
    assert numbers == sorted(numbers, key=int, reverse=True)[:3]


def test_the_number_of_queries_does_not_depend_on_how_much_there_is(client):
    counts = []
    for times in (1, 3):
        tell_everything(times)
        make.EditionFactory()
        check_everything()
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 33


# Crawlers


def test_robots_are_told_where_the_sitemap_is_and_what_to_leave(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert "Disallow: /search/" in response.text
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in response.text


def test_the_sitemap_names_every_page_worth_finding_once(client):
    career, occupation = make.CareerFactory(), make.OccupationFactory(soc_2010=True)
    statements = [make.SalaryFactory(), make.OutlookFactory(), make.PathFactory(), make.TimeToEntryFactory()]
    wage = make.WageFactory()
    older = make.WageFactory(occupation=wage.occupation, release=make.ReleaseFactory(year=2020))
    make.ReleaseFactory(year=2026, importing=True)
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    found = re.findall(r"<loc>([^<]*)</loc>", response.text)
    assert len(found) == len(set(found))
    for page in (
        "/",
        "/careers/",
        f"/a-z/{career.title[0].lower()}/",
        *(row.get_absolute_url() for row in (career, occupation, wage.release, wage, *statements)),
    ):
        assert f"http://127.0.0.1:8000{page}" in found
    assert f"http://127.0.0.1:8000{older.get_absolute_url()}" not in found
    assert not any("may-2026" in address for address in found)


def test_a_page_of_the_sitemap_that_is_not_there_is_not_found(client):
    assert client.get("/sitemap.xml?p=99").status_code == 404
