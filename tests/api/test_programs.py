"""Programs with what their graduates earn and owe, as a list."""

import csv
import io

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def programs():
    """Two in Ohio, of which one is suppressed, and one in Nevada, which is dear, online and pays more."""
    job = make.OccupationFactory(code="29-2072")
    make.ProgrammeOccupationFactory(occupation=job, code="51.0707")
    owens = _program("Owens Community College", "OH", 5_630, earnings_after_four_years=39_604, debt=19_434)
    quiet = _program("Quiet College", "OH", None, suppressed=True)
    golden = _program(
        "Golden Institute", "NV", 40_000, level="bachelor", code="11.07", title="Computer Science", debt=30_000
    )
    make.SchoolOfferFactory(unit_id=golden.unit_id, distance="all")
    return owens, quiet, golden


def _program(school, state, tuition, **fields):
    outcome = make.ProgramOutcomeFactory(school=school, **fields)
    make.SchoolFactory(unit_id=outcome.unit_id, name=school, state=state, city="Perrysburg")
    if tuition:
        make.TuitionFactory(unit_id=outcome.unit_id, in_state=tuition, release=make.ReleaseFactory(tuition=True))
    return outcome


def names(ask, query):
    return [row["school"].split()[0] for row in ask(f"programs/?{query}")["results"]]


def test_a_program_has_cost_earnings_and_debt_with_what_they_are_of(ask, programs):
    (row,) = ask("programs/?q=owens&include=figures")["results"]
    assert (row["city"], row["state"], row["code"], row["level"]) == ("Perrysburg", "OH", "51.07", "associate")
    assert (row["tuition"], row["tuition_year"]) == (5_630, "Tuition, 2022–23")
    assert (row["earnings_after_four_years"], row["debt"], row["currency"]) == (39_604, 19_434, "USD")
    assert (row["reference_start"], row["release"]["label"]) == (None, "June 10, 2026")
    figures = {figure["address"].partition("#")[2]: figure for figure in row["figures"]}
    assert "four years after they completed" in figures["earnings_after_four_years"]["population"]
    assert "who borrowed federal loans" in figures["debt"]["population"]
    assert figures["debt"]["period_text"] == "years not stated"


def test_what_is_suppressed_is_null_and_marked(ask, programs):
    (row,) = ask("programs/?q=quiet")["results"]
    assert (row["earnings_after_four_years"], row["debt"], row["tuition"]) == (None, None, None)
    assert row["marks"]["debt"] == {"suppressed": True}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=OH", ["Owens", "Quiet"]),
        ("state=OH,NV&level=bachelor", ["Golden"]),
        ("occupation=29-2072", ["Owens", "Quiet"]),
        ("cip=51.0707", ["Owens", "Quiet"]),
        ("cip=11", ["Golden"]),
        ("cip=11.07,51.07&level=associate", ["Owens", "Quiet"]),
        ("distance=all", ["Golden"]),
        ("control=public&state=NV", ["Golden"]),
        ("tuition_max=6000", ["Owens"]),
        ("tuition_min=6000", ["Golden"]),
        ("earnings_min=40000", ["Golden"]),
        ("earnings_max=40000", ["Owens"]),
        ("debt_max=20000", ["Owens"]),
        ("q=computer", ["Golden"]),
        ("ordering=-earnings", ["Golden", "Owens", "Quiet"]),
        ("ordering=tuition", ["Owens", "Golden", "Quiet"]),
        ("ordering=-school", ["Quiet", "Owens", "Golden"]),
    ],
)
def test_programs_are_narrowed_and_ordered(ask, programs, query, found):
    assert names(ask, query) == found


def test_a_school_is_narrowed_by_its_number(ask, programs):
    assert names(ask, f"school={programs[2].unit_id}") == ["Golden"]


def test_one_program_has_an_address(ask, client, programs):
    (row,) = ask("programs/?q=owens")["results"]
    address = f"programs/2026-06-10/{programs[0].unit_id}/51.07/associate/"
    assert row["url"].endswith(f"/api/v1/{address}")
    assert ask(address)["school"] == "Owens Community College"
    assert client.get("/api/v1/programs/2026-06-10/owens/51.07/associate/").status_code == 404


def test_what_makes_no_sense_is_a_problem(problems, programs):
    query = "programs/?state=Ohio&level=knight&tuition_max=abc&occupation=29-9999"
    assert {parameter for parameter, _ in problems(query)} == {"state", "level", "tuition_max", "occupation"}


def test_the_csv_has_every_program(client, programs):
    text = b"".join(client.get("/api/v1/programs.csv?state=OH").streaming_content).decode()
    rows = {row["school"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["Owens Community College"]["tuition"] == "5630"
    assert rows["Quiet College"]["earnings_after_four_years"] == ""


def test_a_withdrawn_release_is_not_given(ask, programs):
    release = programs[0].release
    release.state, release.withdrawn_because = "withdrawn", "Damaged."
    release.save()
    assert ask("programs/")["results"] == []


def test_a_school_is_where_the_newest_list_that_has_it_says(ask, programs):
    newer = make.ReleaseFactory(year=2026)
    make.SchoolFactory(unit_id=programs[0].unit_id, state="MI", release=newer)
    assert names(ask, "state=MI") == ["Owens"]
    assert names(ask, "state=OH") == ["Quiet"]
    assert ask("programs/?q=owens")["results"][0]["state"] == "MI"
