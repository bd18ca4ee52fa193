"""The page of a job as it stood in an earlier edition."""

import pytest

from tests import factories as make
from tests.published import publish

pytestmark = pytest.mark.django_db


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def nurse(client):
    career = make.CareerFactory(slug="nurse", title="Nurse", summary="Cares for people.")
    publish(career)
    read(client, "/careers/nurse/")
    publish(career, summary="Looks after people.")
    return career


def test_it_says_what_it_said_then_and_leads_to_what_it_says_now(client, nurse):
    page = read(client, "/careers/nurse/?edition=1")
    assert "Cares for people." in page
    assert "Looks after people." not in page
    assert 'This page is as <a href="/changes/1/">edition 1</a> had it.' in page
    assert '<a href="/careers/nurse/">See what it says now</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_page_of_today_says_nothing_of_editions(client, nurse):
    page = read(client, "/careers/nurse/")
    assert "Looks after people." in page
    assert "had it." not in page
    assert "noindex" not in page


def test_a_page_of_an_edition_stays_the_same_to_the_byte(client, nurse):
    before = client.get("/careers/nurse/?edition=1").content
    make.SourceFactory()
    nurse.summary = "Is somebody else."
    nurse.save()
    assert client.get("/careers/nurse/?edition=1").content == before


def test_the_page_of_a_code_has_editions_and_a_redirect_keeps_the_one_asked_for(client, nurse):
    records = make.OccupationFactory(code="29-2072", title="Records Specialists")
    publish(records)
    read(client, "/occupations/29-2072/")
    assert "edition 3</a> had it" in read(client, "/occupations/29-2072/?edition=3")
    publish(make.OccupationMatchFactory(career=nurse, occupation__code="29-1141", match="exact"))
    publish(nurse)
    assert client.get("/occupations/29-1141/?edition=4").headers["Location"] == "/careers/nurse/?edition=4"
    assert client.get("/occupations/29-1141/?edition=1").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "99", "9" * 30])
def test_a_number_of_no_edition_is_not_found(client, nurse, number):
    assert client.get(f"/careers/nurse/?edition={number}").status_code == 404
