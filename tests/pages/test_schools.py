"""The finder of schools, at both doors."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def schools():
    """Three schools: a public one with everything, one for profit from afar and dear, one of which little is known."""
    public = make.SchoolFactory(name="Normal College")
    make.SchoolOfferFactory(unit_id=public.unit_id)
    make.TuitionFactory(unit_id=public.unit_id)
    dear = make.SchoolFactory(name="Golden Institute", city="Reno", state="NV", control="for-profit")
    make.SchoolOfferFactory(unit_id=dear.unit_id, awards="|certificate-short|", distance="all")
    make.TuitionFactory(unit_id=dear.unit_id, in_district=None, in_state=40_000, out_of_state=40_000)
    unknown = make.SchoolFactory(name="Quiet Hall", city="Reno", state="NV", control="", level="", website="")
    return public, dear, unknown


def page_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def found(client, asked):
    page = page_of(client, f"/schools/?{asked}")
    names = re.findall(r'<th scope="row"><a href="/schools/\d+/">([^<]+)</a>', page)
    given = client.get(f"/api/v1/schools/?{asked}").json()["results"]
    assert names == [row["name"] for row in given]
    return names


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("ordering=name", ["Golden Institute", "Normal College", "Quiet Hall"]),
        ("state=NV", ["Golden Institute", "Quiet Hall"]),
        ("state=AL,NV&control=public", ["Normal College"]),
        ("q=reno", ["Golden Institute", "Quiet Hall"]),
        ("award=associate,certificate-short", ["Golden Institute", "Normal College"]),
        ("award=bachelor", ["Normal College"]),
        ("distance=all", ["Golden Institute"]),
        ("tuition_max=20000", ["Normal College"]),
        ("tuition_min=20000", ["Golden Institute"]),
        ("ordering=-tuition", ["Golden Institute", "Normal College", "Quiet Hall"]),
        ("level=less", []),
    ],
)
def test_both_doors_find_the_same(client, schools, asked, names):
    assert found(client, asked) == names


def test_what_is_not_given_is_said_and_never_a_number(client, schools):
    page = page_of(client, "/schools/?q=quiet")
    assert page.count('<span class="missing">not given</span>') == 3
    page = page_of(client, schools[2].get_absolute_url())
    assert "gives no tuition for a year" in page
    assert "does not say what it awards" in page
    answer = client.get(f"/api/v1/schools/{schools[2].unit_id}/").json()
    assert (answer["in_state"], answer["awards"], answer["distance"]) == (None, [], None)


def test_tuition_stands_with_its_year(client, schools):
    page = page_of(client, schools[0].get_absolute_url())
    release = schools[0].release
    assert "$10,024" in page
    assert f"for the year {release.label}" in page
    assert client.get(f"/api/v1/schools/{schools[0].unit_id}/").json()["tuition_year"] == release.label


def test_what_makes_no_sense_is_said_at_both_doors(client, schools):
    asked = "state=Alabama&award=knighthood&tuition_max=abc&control=%00"
    page = page_of(client, f"/schools/?{asked}")
    assert "Some of what was asked for makes no sense" in page
    assert "3 schools" in page
    problems = client.get(f"/api/v1/schools/?{asked}").json()["errors"]
    assert {problem["parameter"] for problem in problems} == {"state", "award", "tuition_max", "control"}


@pytest.mark.parametrize("number", ["1", "999999999999999999999999"])
def test_a_school_that_is_not_listed_is_not_found(client, schools, number):
    assert client.get(f"/schools/{number}/").status_code == 404
    assert client.get(f"/api/v1/schools/{number}/").status_code == 404
    assert client.get("/api/v1/schools/normal/").status_code == 404


def test_a_withdrawn_list_is_not_shown(client, schools):
    release = schools[0].release
    release.state, release.withdrawn_because = "withdrawn", "Damaged."
    release.save()
    assert "No schools are loaded here" in page_of(client, "/schools/")
    assert client.get(schools[0].get_absolute_url()).status_code == 404
    assert client.get("/api/v1/schools/").json()["count"] == 0


@pytest.mark.parametrize("address", ["/schools/?state=NV", "/api/v1/schools/?page_size=50", "/schools/{}/"])
def test_a_page_takes_few_queries(client, schools, address):
    with CaptureQueriesContext(connection) as queries:
        page_of(client, address.format(schools[0].unit_id))
    assert len(queries) <= (6 if "api" in address else 9)


def test_csv_has_every_school(client, schools):
    lines = b"".join(client.get("/api/v1/schools.csv").streaming_content).decode().splitlines()
    assert len(lines) == 1 + 3


def test_an_occupation_names_the_studies_that_lead_to_it(client):
    occupation = make.OccupationFactory(code="29-2072")
    make.ProgrammeOccupationFactory(occupation=occupation)
    page = page_of(client, "/occupations/29-2072/")
    assert "<b>51.0707</b> Health Information/Medical Records Technology/Technician" in page
    other = make.OccupationFactory(code="29-9021")
    assert 'id="programs"' not in page_of(client, other.get_absolute_url())


def test_a_guide_names_the_studies_that_lead_to_its_occupations(client):
    match = make.OccupationMatchFactory()
    make.ProgrammeOccupationFactory(occupation=match.occupation)
    page = page_of(client, match.career.get_absolute_url())
    assert "Schools and programs" in page
    assert "<b>51.0707</b> Health Information/Medical Records Technology/Technician" in page


def test_fields_of_study_are_those_of_the_group_whose_figures_the_page_shows(client):
    match = make.OccupationMatchFactory(occupation__code="29-2072")
    other = make.OccupationMatchFactory(career=match.career, occupation__code="29-9021", position=2)
    first = make.ProgrammeOccupationFactory(occupation=match.occupation)
    make.ProgrammeOccupationFactory(occupation=other.occupation, release=first.release, code="11.0101")
    page = page_of(client, match.career.get_absolute_url())
    assert page.count("<b>51.0707</b>") == 1
    assert "11.0101" not in page


def test_a_group_that_is_only_near_brings_no_field_of_study(client):
    match = make.OccupationMatchFactory()
    near = make.OccupationMatchFactory(career=match.career, match="related", position=2)
    make.ProgrammeOccupationFactory(occupation=near.occupation, title="Pharmacy")
    assert "Pharmacy" not in page_of(client, match.career.get_absolute_url())
