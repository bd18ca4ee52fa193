"""Programs of schools: from a job's page to who teaches it nearby, what a year costs, what graduates earn and owe."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]

OHIO = "/schools/programs/?occupation=29-2072&level=associate&state=OH"


@pytest.fixture
def job():
    job = make.OccupationFactory(code="29-2072", title="Medical Records Specialists")
    make.ProgrammeOccupationFactory(occupation=job, code="51.0707")
    make.WageFactory(occupation=job, annual_median=51_140)
    return job


@pytest.fixture
def programs(job):
    """In Ohio one with every figure and one that is suppressed; in Nevada one more."""
    owens = _program("Owens Community College", "OH", 5_630, earnings_after_four_years=39_604, debt=19_434)
    quiet = _program("Quiet College", "OH", None, suppressed=True, completers=3)
    golden = _program("Golden Institute", "NV", 40_000)
    return owens, quiet, golden


def _program(school, state, tuition, **fields):
    outcome = make.ProgramOutcomeFactory(school=school, **fields)
    make.SchoolFactory(unit_id=outcome.unit_id, name=school, state=state, city="Perrysburg")
    if tuition:
        make.TuitionFactory(unit_id=outcome.unit_id, in_state=tuition, release=make.ReleaseFactory(tuition=True))
    return outcome


def page_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def row_of(page, school):
    table = page.partition('aria-label="Programs"')[2].partition("</table>")[0]
    rows = table.partition("<tbody>")[2].split("<tr>")
    return next(row for row in rows if school in row)


def shown(row):
    """The text of each cell below the heading, without what stands small beneath it."""
    cells = re.findall(r'<td class="n">(.*?)</td>', row)
    return [re.sub(r"<[^>]+>", "", re.sub(r"<small>.*?</small>", "", cell)).strip() for cell in cells]


def test_a_job_leads_to_programs_in_the_state_that_was_chosen(client, job, programs):
    make.WageFactory(occupation=job, place=make.PlaceFactory(california=True))
    _program("Bay College", "CA", 1_500)
    page = page_of(client, "/occupations/29-2072/?place=US-CA")
    link = re.search(r'href="([^"]+)">Associate’s degree</a>', page)[1].replace("&amp;", "&")
    assert link == "/schools/programs/?occupation=29-2072&level=associate&state=CA"
    assert "1 program<" in page_of(client, link)


def test_a_job_shows_the_range_of_each_level(client, job, programs):
    part = page_of(client, "/occupations/29-2072/").partition('<details id="programs">')[2].partition("</details>")[0]
    assert "3 programs are in the fields of study that lead to this job." in part
    assert '<data value="39604/46000">$39,604 to $46,000</data>' in part
    assert '<data value="5630/40000">$5,630 to $40,000</data>' in part
    assert "2 with earnings" in part


def test_ohio_s_programs_at_associate_level_are_on_one_page(client, programs):
    page = page_of(client, OHIO)
    assert "2 programs" in page
    row = row_of(page, "Owens Community College")
    assert "Health and Medical Administrative Services, Associate’s degree" in row
    assert shown(row) == ["$5,630", "$39,604", "$38,000", "$19,434", "40", "3.4 months"]
    assert "<small>2022–23</small>" in row
    assert "23% below official pay" in row
    assert "2 × $5,630 = $11,260" in row
    assert "Golden Institute" not in page


def test_what_is_suppressed_is_said_so_and_is_never_a_number(client, programs):
    row = row_of(page_of(client, OHIO), "Quiet College")
    assert shown(row) == ["not given", "suppressed", "suppressed", "suppressed", "3", "not available"]
    assert "official pay" not in row


def test_earnings_and_debt_stand_with_their_cohorts_and_release(client, programs):
    page = page_of(client, OHIO)
    assert "graduates who had federal aid, who work and who are not in school, one or four years after" in page
    assert "federal loans of graduates who borrowed, when they completed" in page
    assert "joins several years and does not name them" in page
    assert "US Department of Education, June 10, 2026" in page


def test_the_job_s_official_pay_and_guides_claims_of_cost_stand_above(client, job, programs):
    career = make.OccupationMatchFactory(occupation=job).career
    path = make.PathFactory(career=career, cost_low=10_000, cost_high=20_000, currency="USD")
    path.credentials.add(make.CredentialFactory(rank=3))
    page = page_of(client, OHIO)
    assert "$51,140" in page
    assert "A guide’s claim of what this way in costs: " in page
    assert "$10,000 to $20,000" in page
    assert "A guide’s claim" not in page_of(client, OHIO.replace("associate", "bachelor"))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Golden Institute", "Owens Community College", "Quiet College"]),
        ("ordering=tuition", ["Owens Community College", "Golden Institute", "Quiet College"]),
        ("ordering=debt", ["Golden Institute", "Owens Community College", "Quiet College"]),
        ("earnings_min=40000", ["Golden Institute"]),
        ("tuition_max=6000", ["Owens Community College"]),
        ("q=owens", ["Owens Community College"]),
    ],
)
def test_programs_are_sorted_and_narrowed(client, programs, query, names):
    page = page_of(client, f"/schools/programs/?{query}")
    assert re.findall(r'<a href="/schools/\d+/">([^<]+)</a>', page) == names


def test_tuition_of_undergraduates_is_not_shown_for_graduate_study(client, job):
    _program("Far University", "OH", 9_000, level="master")
    row = row_of(page_of(client, "/schools/programs/"), "Far University")
    assert shown(row)[0] == "undergraduate tuition only"
    assert "$9,000" not in row


def test_a_school_that_no_list_here_has_is_named_without_a_link(client, job):
    make.ProgramOutcomeFactory(school="Gone College")
    row = row_of(page_of(client, "/schools/programs/"), "Gone College")
    assert "place not available" in row
    assert "<a href" not in row


def test_a_school_lists_its_programs(client, programs):
    page = page_of(client, f"/schools/{programs[0].unit_id}/")
    assert shown(row_of(page, "51.07"))[1] == "$39,604"


def test_many_programs_are_paged(client, job):
    for _ in range(21):
        make.ProgramOutcomeFactory()
    page = page_of(client, "/schools/programs/?page=2")
    assert "21 to 21 of 21 programs" in page


def test_what_makes_no_sense_is_said(client, programs):
    page = page_of(client, "/schools/programs/?state=Ohio&level=knight&tuition_max=abc&occupation=99-0000")
    for label, value in (("State", "Ohio"), ("Level", "knight"), ("Tuition up to", "abc"), ("Job", "99-0000")):
        assert f"<b>{label}: “{value}”</b>" in page
    assert "3 programs" in page


def test_without_programs_the_page_says_that_none_are_loaded(client):
    assert "No programs are loaded here" in page_of(client, "/schools/programs/")


def test_a_page_takes_few_queries(client, programs):
    with CaptureQueriesContext(connection) as queries:
        page_of(client, OHIO)
    assert len(queries) <= 14
