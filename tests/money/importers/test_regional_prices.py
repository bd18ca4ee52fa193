"""Regional price parities: every year of every item of states and metropolitan areas, in the publisher's layout."""

import zipfile
from datetime import date
from decimal import Decimal

import pytest

from facts.models import Place, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from money.models import RegionalPrice
from tests.factories import AccountFactory, PlaceFactory

pytestmark = pytest.mark.django_db

HEADER = "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023"
NOTES = '''"Note: See the included footnote file."
"SARPP: Regional price parities by state"
"Last updated: December 12, 2024-- new statistics for 2023; revised statistics for 2019-2022."
"U.S. Bureau of Economic Analysis"'''
STATES = f"""{HEADER}
 "00000","United States", ,SARPP,1,"...","RPPs: All items ","Index",100.000,100.000
 "00000","United States", ,SARPP,3,"...","  RPPs: Services: Housing ","Index",100.000,100.000
 "05000","Arkansas",5,SARPP,1,"...","RPPs: All items ","Index",86.553,86.546
 "06000","California *",8,SARPP,1,"...","RPPs: All items ","Index",112.470,112.558
 "06000","California *",8,SARPP,3,"...","  RPPs: Services: Housing ","Index",158.164,(NA)
 "06000","California *",8,SARPP,9,"...","Real personal income ","Thousands",1,2
{NOTES}
"""
METROS = f"""{HEADER}
 "00000","United States", ,MARPP,1,"...","RPPs: All items ","Index",100.000,100.000
 "00998","United States (Metropolitan Portion)", ,MARPP,1,"...","RPPs: All items ","Index",101.8,101.8
 "10180","Abilene, TX (Metropolitan Statistical Area)",6,MARPP,1,"...","RPPs: All items ","Index",91.1,91.9
 "31080","Los Angeles, CA (Metropolitan Statistical Area) *",8,MARPP,1,"...","RPPs: All items ","Index",114.9,115.5
{NOTES}
"""


def zipped(path, member, text):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("SARPP__definition.xml", "<xml/>")
        archive.writestr(member, text)
    return path


@pytest.fixture
def states(tmp_path):
    return zipped(tmp_path / "SARPP.zip", "SARPP_STATE_2008_2023.csv", STATES)


@pytest.fixture
def metros(tmp_path):
    return zipped(tmp_path / "MARPP.zip", "MARPP_MSA_2008_2023.csv", METROS)


def test_every_cell_is_accounted_for(states, db):
    report = import_release("regional-prices", states)
    assert (report.read, report.created, report.rejected) == (16, 9, 7)
    assert report.accounts_for_all
    assert report.reasons["a note, no area"] == 4
    assert report.reasons["no item that is read"] == 2
    assert report.reasons["not available from the publisher"] == 1


def test_states_have_the_codes_by_which_wages_know_them(states, db):
    import_release("regional-prices", states)
    levels = RegionalPrice.objects.published().of_all_items().of_year(2023)
    assert dict(levels.values_list("place__code", "value")) == {
        "US": Decimal(100),
        "US-AR": Decimal("86.546"),
        "US-CA": Decimal("112.558"),
    }
    assert Place.objects.get(code="US-CA").name == "California"


def test_both_files_make_one_release(states, metros, db):
    import_release("regional-prices", states)
    report = import_release("regional-prices", metros)
    assert report.accounts_for_all
    assert report.reasons["no state and no metropolitan area"] == 2
    assert Release.objects.ready().count() == 1
    assert set(Place.objects.values_list("code", "kind")) == {
        ("US", "country"),
        ("US-AR", "state"),
        ("US-CA", "state"),
        ("10180", "metro"),
        ("31080", "metro"),
    }


def test_a_place_that_is_here_takes_the_name_of_the_newest_release(metros, db):
    PlaceFactory(metro=True, name="Los Angeles")
    import_release("regional-prices", metros)
    assert Place.objects.get(code="31080").name == "Los Angeles, CA"


def test_a_place_keeps_the_name_that_an_editor_gave_it(metros, db):
    place = PlaceFactory(metro=True)
    place.name, place._history_user = "Los Angeles", AccountFactory()
    place.save()
    import_release("regional-prices", metros)
    assert Place.objects.get(code="31080").name == "Los Angeles"


def test_the_release_is_named_after_its_last_year(states, db):
    import_release("regional-prices", states)
    release = Release.objects.get()
    assert (release.label, release.published_on) == ("2023", date(2024, 12, 12))
    assert (release.period_start, release.period_end) == (date(2022, 1, 1), date(2023, 12, 31))


def test_another_year_is_refused(states, db):
    with pytest.raises(ImportRefused, match="goes up to 2023, not to 2024"):
        import_release("regional-prices", states, label="2024")


def test_a_table_without_years_is_refused(tmp_path, db):
    text = STATES.replace("2022,2023", "then,now")
    with pytest.raises(ImportRefused, match="has no column of a year"):
        import_release("regional-prices", zipped(tmp_path / "SARPP.zip", "SARPP_STATE_2008_2023.csv", text))
