"""Another country's official wages are an importer slice: weekly pay, another currency, another classification."""

import csv
from io import StringIO

import pytest

from careers.models import Occupation
from careers.schemes import register_scheme, unregister_scheme
from ingest.releases import registry
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.factories import OccupationFactory, WageFactory
from tests.salaries.importers.freedonia.importer import SCHEME, FreedoniaImporter
from tests.tables import write_table

pytestmark = pytest.mark.django_db

TABLE = [
    ["Beruf", "Bezeichnung", "Stellen", "Wochenlohn Median", "Wochenlohn Mittel"],
    ["7110", "Lamplighters", "1,250", "812.50", "840"],
    ["7120", "Town criers", "300", "640", "655.25"],
]


@pytest.fixture
def freedonia(tmp_path):
    register_scheme(SCHEME)
    registry.register(FreedoniaImporter())
    yield import_release("freedonia", write_table(tmp_path / "wochenlohn-2025.csv", TABLE))
    unregister_scheme(SCHEME.slug)
    registry.unregister("freedonia")


def test_its_wages_are_imported_as_they_are(freedonia):
    assert (freedonia.read, freedonia.created) == (2, 2)
    wage = Wage.objects.published().national().get(occupation__code="7110")
    assert (wage.currency, wage.weekly_median, wage.annual_median) == ("CHF", 812.5, None)
    assert wage.headline() == wage.figure("weekly_median")


def test_the_occupation_s_page_shows_them(freedonia, client):
    address = Occupation.objects.get(code="7110").get_absolute_url()
    assert address == "/occupations/7110/?scheme=fco-2020"
    page = client.get(address).content.decode()
    assert "CHF\N{NO-BREAK SPACE}812.50" in page
    assert "a week" in page
    assert "7110" in page
    assert "No release here gives pay" not in page


def test_the_cell_s_page_shows_them(freedonia, client):
    page = client.get("/wages/2025/7110/FD/").content.decode()
    assert 'id="weekly_median"' in page
    assert "CHF\N{NO-BREAK SPACE}812.50" in page


def test_the_api_and_its_csv_give_them(freedonia, client):
    [row] = client.get("/api/v1/wages/?occupation=7110&scheme=fco-2020").json()["results"]
    assert (row["currency"], row["weekly_median"], row["annual_median"]) == ("CHF", 812.5, None)
    occupation = client.get("/api/v1/occupations/7110/?scheme=fco-2020").json()
    assert occupation["wages"][0]["weekly_mean"] == 840
    table = b"".join(client.get("/api/v1/wages.csv?occupation=7110").streaming_content).decode("utf-8-sig")
    [line] = csv.DictReader(StringIO(table))
    assert (line["currency"], line["weekly_median"]) == ("CHF", "812.5")


def test_they_are_compared(freedonia, client):
    page = client.get("/compare/?item=fco-2020:7110&item=fco-2020:7120").content.decode()
    assert "Median pay, a week" in page
    assert "CHF\N{NO-BREAK SPACE}640" in page
    rows = client.get("/api/v1/compare/?item=fco-2020:7110&item=fco-2020:7120").content.decode()
    assert "record-median-week" in rows


def test_a_search_shows_them(freedonia, client):
    page = client.get("/search/?q=lamplighter").content.decode()
    assert "Lamplighters" in page
    assert "CHF\N{NO-BREAK SPACE}812.50" in page


def test_an_occupation_paid_by_the_hour_alone_shows_that(client):
    names = ("mean", "p10", "p25", "median", "p75", "p90")
    missing = {f"annual_{name}": {"not_published": True} for name in names}
    actors = OccupationFactory(code="27-2011", title="Actors")
    WageFactory(occupation=actors, marks=missing, **dict.fromkeys(missing), hourly_median="29.05")
    page = client.get("/occupations/27-2011/").content.decode()
    assert "$29.05" in page
    assert "an hour" in page
    assert "$29.05" in client.get("/search/?q=actors").content.decode()
