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


def test_it_stands_without_anything_published(client):
    page = page_of(client)
    assert "What jobs pay, who says so, and when." in page
    assert "Nothing has been published yet." in page


def test_search_comes_first_and_there_is_one_search_box(client):
    page = page_of(client)
    assert page.count('role="search"') == 1
    assert page.index('role="search"') < page.index("<h2>")


def test_lists_are_ready_with_their_first_jobs_and_values(client):
    for title, median in (("Bakers", 36_000), ("Pilots", 120_000)):
        make.WageFactory(
            occupation=make.OccupationFactory(title=title),
            annual_median=median,
            annual_p25=30_000,
            annual_p10=25_000,
            annual_p75=130_000,
            annual_p90=150_000,
        )
    page = page_of(client)
    first = page[page.index('<a href="/careers/?ordering=-median">Highest paid jobs</a></h3>') :]
    assert re.search(r">Pilots</a><span>.*?\$120,000</data>", first)
    assert first.index("Pilots") < first.index("Bakers")
    assert '<a href="/careers/?growth_max=-0.01&amp;ordering=growth">Shrinking jobs</a>' in page


def test_jobs_are_browsed_by_interest_and_kind_of_work(client):
    make.OccupationFactory(code="29-0000", title="Healthcare Occupations", level="major")
    page = page_of(client)
    assert '<a href="/careers/?interest=social">' in page
    assert '<a href="/careers/?group=29-0000">Healthcare</a>' in page


def test_all_tools_are_in_the_menu_or_the_footer(client):
    page = page_of(client)
    for address in ("/careers/", "/compare/", "/fit/", "/schools/", "/a-z/", "/download/", "/sources/"):
        assert f'<a href="{address}"' in page


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


def test_the_newest_edition_is_named(client):
    newest = make.EditionFactory.create_batch(2)[-1]
    assert f'Newest edition: <a href="{newest.get_absolute_url()}">' in page_of(client)


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
