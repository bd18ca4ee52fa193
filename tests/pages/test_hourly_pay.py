"""An occupation that is paid by the hour alone shows that pay wherever others show theirs by the year."""

import re

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db

HOURLY_ONLY = {f"annual_{measure}": None for measure in ("mean", "p10", "p25", "median", "p75", "p90")}


@pytest.fixture(autouse=True)
def actors():
    actors = make.OccupationFactory(code="27-2011", title="Actors")
    cell = {"hourly_median": "29.05", "hourly_mean": "58.29", "hourly_p75": "97.95", "hourly_p90": "143.68"}
    low = {"hourly_p10": "16.50", "hourly_p25": "20.34"}
    make.WageFactory(occupation=actors, **HOURLY_ONLY, **cell, **low, marks={"annual_median": {"not_published": True}})
    return actors


def text_of(client, address) -> str:
    return re.sub(r"\s+", " ", client.get(address).content.decode())


def test_on_its_page(client):
    page = text_of(client, "/occupations/27-2011/")
    answer = page.partition("<h2>Pay</h2>")[2].partition("<h2>")[0]
    assert re.search(r'<data value="29.05">\$29.05</data></a> <small>median pay, an hour</small>', answer)
    assert "The median is $29.05 an hour in the United States, May 2024." in page
    assert "Median pay, an hour: $29.05, United States, May 2024," in page


def test_in_search(client):
    assert re.search(r"\$29\.05</data></a></span></b> an hour", text_of(client, "/search/?q=actors"))


def test_in_a_list(client):
    assert re.search(r"\$29\.05.{0,60}an hour", text_of(client, "/occupations/?q=actors"))


def test_in_a_comparison(client):
    other = make.WageFactory(annual_median=50_000)
    page = text_of(client, f"/compare/?item=27-2011&item={other.occupation.code}")
    assert "$29.05" in page
    assert "Median pay, an hour" in page


def test_in_the_api(client):
    record = client.get("/api/v1/occupations/27-2011/").json()
    assert (record["headline"]["value"], record["headline"]["per"]) == (29.05, "hour")
    (row,) = client.get("/api/v1/occupations/?code=27-2011&include=headline").json()["results"]
    assert row["headline"]["value"] == 29.05
