"""Every title in order, by its letter."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def titles(page) -> list[str]:
    return re.findall(r'<li><a href="/(?:careers|occupations)/[^"]+">([^<]+)</a>', page)


@pytest.fixture
def clerk():
    career = make.CareerFactory(title="Medical Records Clerk")
    make.AlternateTitleFactory(career=career, title="Records Clerk")
    make.RungFactory(ladder=make.LadderFactory(career=career), title="Éminent Clerk")
    make.OccupationFactory(code="29-2072", title="Medical Records Specialists")
    return career


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("", ["Éminent Clerk"]),
        ("m/", ["Medical Records Clerk", "Medical Records Specialists"]),
        ("r/", ["Records Clerk"]),
    ],
)
def test_a_letter_shows_the_titles_that_begin_with_it(client, clerk, letter, found):
    assert titles(page_of(client, f"/a-z/{letter}")) == found


def test_another_name_and_a_rung_say_whose_they_are(client, clerk):
    assert "another name for Medical Records Clerk" in page_of(client, "/a-z/r/")
    assert "a rung of Medical Records Clerk" in page_of(client, "/a-z/e/")


@pytest.mark.parametrize("letter", ["q", "M", "mm", "%00", "Ж", "x" * 9_999])
def test_a_letter_that_nothing_begins_with_is_not_found_in_words(client, clerk, letter):
    response = client.get(f"/a-z/{letter}/")
    assert response.status_code == 404
    assert "No title here begins with" in response.text


def test_an_empty_house_has_a_page_too(client):
    assert "There are no jobs here yet." in page_of(client, "/a-z/")


def test_many_titles_take_no_more_queries(client, clerk):
    counts = []
    for _ in range(2):
        make.AlternateTitleFactory.create_batch(3)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, "/a-z/m/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6
