"""Sources and their releases."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def oews():
    return make.SourceFactory(statistics=True, licence="public domain", frequency="yearly, for May")


# Every source


def test_without_sources_the_page_says_so(client):
    assert "No source has been loaded yet." in page_of(client, "/sources/")


def test_sources_stand_by_kind_with_how_much_is_taken_from_them(client, oews):
    guide = make.SourceFactory(publisher="Himalayas", title="Career guide", note="It prints **no** date.")
    make.SalaryFactory(source=guide)
    make.ReleaseFactory(source=oews)
    page = page_of(client, "/sources/")
    assert page.index("<h2>Career guides</h2>") < page.index("<h2>Official statistics</h2>")
    assert "1 row taken from it." in page
    assert "It prints <strong>no</strong> date." in page
    assert '<a href="/sources/bls-oews/may-2024/">May 2024</a>' in page
    assert "Our own judgement" not in page


def test_guides_stand_a_page_at_a_time_and_the_others_on_the_first(client, oews):
    for number in range(60):
        make.SourceFactory(publisher=f"Publisher {number:02}", title="Career guide")
    first, second = page_of(client, "/sources/"), page_of(client, "/sources/?page=2")
    assert (first.count(": Career guide</a>"), second.count(": Career guide</a>")) == (50, 10)
    assert "Publisher 59: Career guide" in second
    assert "<h2>Official statistics</h2>" in first
    assert "<h2>Official statistics</h2>" not in second
    assert "?page=2" in first
    assert "this is the last" in page_of(client, "/sources/?page=9")


# One source


def test_a_source_that_is_not_there_is_not_found_with_a_way_on(client):
    response = client.get("/sources/nope/")
    assert response.status_code == 404
    assert "/search/" in response.text


def test_everything_taken_from_a_source_is_there_with_its_place(client):
    source = make.SourceFactory(slug="himalayas")
    salary = make.SalaryFactory(source=source, locator="Key facts, row 1")
    make.SectionFactory(source=source, locator="Opening paragraph")
    page = page_of(client, "/sources/himalayas/")
    assert f'<a href="{salary.get_absolute_url()}">Median pay, a year: ' in page
    assert "<td>Key facts, row 1</td>" in page
    assert "<td>Opening paragraph</td>" in page
    assert '<li><a href="#salary">Pay</a></li>' in page


def test_a_source_of_which_nothing_is_taken_says_so(client):
    assert "Nothing has been taken from this source yet." in page_of(client, make.SourceFactory().get_absolute_url())


def test_licence_and_attribution_are_told(client):
    source = make.SourceFactory(licence="CC BY 4.0", licence_url="https://cc.example/by", attribution="By the office")
    page = page_of(client, source.get_absolute_url())
    assert '<a href="https://cc.example/by" rel="external license">CC BY 4.0</a>' in page
    assert "<dd>By the office</dd>" in page


def test_an_editors_note_is_made_safe(client):
    source = make.SourceFactory(note="Hello <script>alert(1)</script>")
    assert "<script>alert" not in page_of(client, source.get_absolute_url())


# One release


def test_a_release_says_what_it_measured_and_shows_its_national_figures(client, oews):
    release = make.ReleaseFactory(source=oews, sha256="a" * 64)
    make.WageFactory(release=release, occupation__title="Specialists", annual_median=50_250)
    make.WageFactory(release=release, occupation__title="Californians", place=make.PlaceFactory(california=True))
    page = page_of(client, "/sources/bls-oews/may-2024/")
    assert "May 1, 2024</time> to <time" in page
    assert "a" * 64 in page
    assert "Specialists" in page
    assert "$50,250" in page
    assert "Californians" not in page


def test_a_release_of_projections_shows_growth_and_openings(client):
    outlook = make.OutlookFactory(of_occupation=True, openings_per_year=14_200)
    page = page_of(client, outlook.release.get_absolute_url())
    assert "+7.1%" in page
    assert "14,200" in page


def test_a_release_that_is_superseded_says_so_on_its_page_and_its_source_s(client, oews):
    release = make.ReleaseFactory(source=oews, next_due=date(2025, 4, 30))
    words = "May 2024 is superseded: the next release was due by"
    for address in (oews.get_absolute_url(), release.get_absolute_url()):
        page = page_of(client, address)
        assert words in page
        assert '<time datetime="2025-04-30">April 30, 2025</time>' in page
    make.ReleaseFactory(source=oews, year=2025)
    assert words not in page_of(client, oews.get_absolute_url())
    assert words not in page_of(client, release.get_absolute_url())


def test_a_withdrawn_release_says_so_and_shows_no_figure(client, oews):
    release = make.ReleaseFactory(source=oews, withdrawn=True)
    make.WageFactory(release=release, annual_median=50_250)
    page = page_of(client, release.get_absolute_url())
    assert "This release was withdrawn" in page
    assert "The file was damaged." in page
    assert "50,250" not in page


@pytest.mark.parametrize("state", ["importing", "replaced"])
def test_a_release_that_is_not_out_is_not_found(client, oews, state):
    release = make.ReleaseFactory(source=oews, state=state)
    assert client.get(release.get_absolute_url()).status_code == 404


def test_a_release_of_another_source_is_not_found(client, oews):
    make.ReleaseFactory(source=oews)
    other = make.SourceFactory()
    assert client.get(f"/sources/{other.slug}/may-2024/").status_code == 404


def test_a_long_release_comes_in_pages(client, oews):
    release = make.ReleaseFactory(source=oews)
    for _ in range(51):
        make.WageFactory(release=release)
    page = page_of(client, f"{release.get_absolute_url()}?page=2")
    assert "51 to 51 of 51 rows" in page
    assert "Page: “zwei”" in page_of(client, f"{release.get_absolute_url()}?page=zwei")


def test_the_number_of_queries_does_not_depend_on_how_much_there_is(client, oews):
    release = make.ReleaseFactory(source=oews)
    addresses = ("/sources/", oews.get_absolute_url(), release.get_absolute_url())
    counts = []
    for times in (1, 3):
        for _ in range(times):
            make.WageFactory(release=release)
            make.OutlookFactory(source=oews, career=make.CareerFactory())
            make.SalaryFactory()
        with CaptureQueriesContext(connection) as queries:
            for address in addresses:
                page_of(client, address)
        counts.append(len(queries))
    assert counts[0] == counts[1]
