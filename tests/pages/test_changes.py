"""Editions: listed, one by one, and as a feed."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, address="/changes/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def editions(page: str) -> list[str]:
    return re.findall(r'<h3><a href="/changes/\d+/">(Edition \d+)</a>', page)


@pytest.fixture
def archivist():
    return make.CareerFactory(slug="archivist", title="Archivist")


@pytest.fixture
def three(archivist):
    """Three editions, of which the second changed the archivist in two rows."""
    for number in (1, 2, 3):
        edition = make.EditionFactory(number=number, reason=f"Reason {number}.")
        for _ in range(2):
            make.ChangeFactory(edition=edition, career_slug="archivist" if number == 2 else "")


# All editions


def test_without_editions_the_page_says_so(client):
    assert "No edition yet" in page_of(client)


def test_editions_stand_with_their_reasons_the_latest_first(client, three):
    page = page_of(client)
    assert editions(page) == ["Edition 3", "Edition 2", "Edition 1"]
    assert "<p>Reason 2.</p>" in page
    assert "guides loaded, 2 changes" in page


def test_editions_of_one_career_are_those_that_changed_it_each_once(client, three):
    page = page_of(client, "/changes/?career=archivist")
    assert editions(page) == ["Edition 2"]
    assert "What changed for Archivist" in page
    assert 'href="/changes/feed/?career=archivist"' in page


def test_a_career_that_no_edition_has_changed_has_a_way_on(client, three):
    make.CareerFactory(slug="quiet")
    page = page_of(client, "/changes/?career=quiet")
    assert "No edition has changed this career" in page
    assert '<a href="/changes/">Editions of all careers</a>' in page


@pytest.mark.parametrize("given", ["nope", "%00", "x" * 400])
def test_a_career_that_is_not_there_is_named_and_all_editions_stand(client, three, given):
    page = page_of(client, f"/changes/?career={given}")
    assert "There is no such career here." in page
    assert len(editions(page)) == 3


def test_editions_come_in_pages(client):
    make.EditionFactory.create_batch(21)
    assert len(editions(page_of(client, "/changes/?page=2"))) == 1
    assert "Page: “77”" in page_of(client, "/changes/?page=77")


# One edition


def test_an_edition_says_when_how_why_and_what_changed(client, archivist):
    edition = make.EditionFactory(number=7, reason="A slip was put right.", act="edit")
    make.ChangeFactory(edition=edition, kind="changed", title="Archivist: $47k", career_slug="archivist")
    make.ChangeFactory(edition=edition, model="facts.release", title="BLS, May 2024", rows=400)
    page = page_of(client, "/changes/7/")
    assert "A slip was put right." in page
    assert "<dd>edited</dd>" in page
    assert "<dt>Pay</dt><dd>1 changed</dd>" in page
    assert "<dt>Releases</dt><dd>400 added</dd>" in page
    assert '<a href="/careers/archivist/">Archivist</a>' in page


def test_an_edition_leads_to_the_one_before_and_after(client, three):
    page = page_of(client, "/changes/2/")
    assert '<a href="/changes/1/" rel="prev">Edition 1</a>' in page
    assert '<a href="/changes/3/" rel="next">Edition 3</a>' in page


def test_a_change_of_a_career_that_is_gone_still_stands(client):
    change = make.ChangeFactory(kind="removed", career_slug="gone", title="A career since removed")
    page = page_of(client, change.edition.get_absolute_url())
    assert "A career since removed" in page
    assert "/careers/gone/" not in page


def test_a_kind_of_row_that_is_no_more_is_still_named(client):
    change = make.ChangeFactory(model="careers.guild")
    assert "<td>Guild</td>" in page_of(client, change.edition.get_absolute_url())


@pytest.mark.parametrize("number", ["99", "0", "9" * 30])
def test_an_edition_that_is_not_there_is_not_found_with_a_way_on(client, three, number):
    response = client.get(f"/changes/{number}/")
    assert response.status_code == 404
    assert "/search/" in response.text


def test_the_number_of_queries_does_not_depend_on_how_much_changed(client, archivist):
    edition = make.EditionFactory()
    counts = []
    for times in (1, 5):
        for number in range(times):
            make.ChangeFactory(edition=edition, career_slug=make.CareerFactory().slug, model=f"careers.model{number}")
        with CaptureQueriesContext(connection) as queries:
            page_of(client, edition.get_absolute_url())
            page_of(client)
        counts.append(len(queries))
    assert counts[0] == counts[1]


# The feed


def test_the_feed_gives_the_editions_the_latest_first_at_whole_addresses(client, three):
    response = client.get("/changes/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    assert re.findall(r"<entry><title>(Edition \d)", response.text) == ["Edition 3", "Edition 2", "Edition 1"]
    assert '<link href="http://127.0.0.1:8000/changes/3/" rel="alternate"/>' in response.text
    assert "Reason 3. (2 changes)" in response.text


def test_the_feed_of_one_career_holds_its_editions(client, three):
    feed = client.get("/changes/feed/?career=archivist").text
    assert "<title>Rungs: what changed for Archivist</title>" in feed
    assert re.findall(r"<entry><title>(Edition \d)", feed) == ["Edition 2"]
    assert 'href="http://127.0.0.1:8000/changes/feed/?career=archivist" rel="self"' in feed


def test_the_feed_of_one_career_tells_what_changed_in_it_and_of_nobody_else(client, three):
    edition = make.EditionFactory(number=4, reason="Put right.", act="edit")
    make.ChangeFactory(
        edition=edition, model="salaries.salary", kind="changed", title="Pay: $48k", career_slug="archivist"
    )
    make.ChangeFactory(edition=edition, title="Somebody else", career_slug="other")
    make.CorrectionFactory(
        edition=edition, title="Pay", field="median", career_slug="archivist", before="$47k.", after="$48k."
    )
    feed = unescape(client.get("/changes/feed/?career=archivist").text)
    assert "<li>Pay: Pay: $48k changed</li>" in feed
    assert "It said: $47k. It says: $48k." in feed
    assert "Somebody else" not in feed
    page = page_of(client, "/changes/?career=archivist")
    assert "It said: $47k. It says: $48k." in page
    assert "Somebody else" not in page


def test_the_changes_of_one_career_take_few_queries_however_many_there_are(client, archivist):
    counts = []
    for _ in range(2):
        for _ in range(3):
            make.ChangeFactory(edition=make.EditionFactory(), career_slug="archivist")
        with CaptureQueriesContext(connection) as queries:
            page_of(client, "/changes/?career=archivist")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


def test_a_long_edition_is_cut_in_the_feed_and_says_by_how_much(client, archivist):
    edition = make.EditionFactory()
    make.ChangeFactory.create_batch(25, edition=edition, career_slug="archivist")
    assert "<li>and 5 more</li>" in unescape(client.get("/changes/feed/?career=archivist").text)


@pytest.mark.parametrize("given", ["nope", "%00"])
def test_there_is_no_feed_of_a_career_that_is_not_there(client, given):
    assert client.get(f"/changes/feed/?career={given}").status_code == 404


def test_the_feed_of_nothing_is_a_feed(client):
    assert client.get("/changes/feed/").status_code == 200


def test_a_reason_is_words_and_no_markup(client):
    make.ChangeFactory(edition__reason="Pay <b>&</b> more")
    assert "&amp;lt;b&amp;gt;" in client.get("/changes/feed/").text


def test_the_page_leads_to_its_feed(client):
    assert '<link rel="alternate" type="application/atom+xml"' in page_of(client)


def test_a_career_hears_of_releases_that_count_its_occupation(client, archivist):
    wage = make.WageFactory()
    make.OccupationMatchFactory(career=archivist, occupation=wage.occupation)
    brought = make.EditionFactory(number=1, reason="Imported.")
    make.ChangeFactory(edition=brought, model="facts.release", key="/".join(wage.release.natural_key()), career_slug="")
    other = make.WageFactory(occupation=make.OccupationFactory(code="11-1011"), release=make.ReleaseFactory(year=2019))
    elsewhere = make.EditionFactory(number=2, reason="Something else.")
    make.ChangeFactory(edition=elsewhere, model="facts.release", key="/".join(other.release.natural_key()))
    assert editions(page_of(client, "/changes/?career=archivist")) == ["Edition 1"]
    feed = unescape(client.get("/changes/feed/?career=archivist").content.decode())
    assert "Imported." in feed
    assert "<li>Release: " in feed


def test_a_career_hears_of_releases_that_describe_its_occupation_or_a_part_of_it(client, archivist):
    whole = make.OccupationFactory(code="25-4011")
    make.OccupationMatchFactory(career=archivist, occupation=whole)
    task = make.TaskFactory(occupation=make.OccupationFactory(code="25-4011.00", scheme="onet-soc-2019", parent=whole))
    edition = make.EditionFactory(number=1)
    make.ChangeFactory(edition=edition, model="facts.release", key="/".join(task.release.natural_key()))
    assert editions(page_of(client, "/changes/?career=archivist")) == ["Edition 1"]
