"""The permanent page of one cell of the record."""

import re

import pytest

from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]


@pytest.fixture
def specialists():
    return make.OccupationFactory(code="29-2072", title="Medical Records Specialists")


def page_of(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_cell_stands_at_the_address_it_gives(client, specialists):
    wage = make.WageFactory(occupation=specialists)
    assert wage.get_absolute_url() == "/wages/may-2024/29-2072/US/"
    assert "<h1>Medical Records Specialists, May 2024</h1>" in page_of(client, wage.get_absolute_url())


def test_every_figure_of_it_has_a_place_to_point_to(client, specialists):
    wage = make.WageFactory(occupation=specialists)
    page = page_of(client, wage.get_absolute_url())
    for figure in wage.figures():
        row = re.search(rf'id="{figure.field}"[^>]*>(.*?)</(?:td|dd)>', page)
        assert row, figure.field
        assert figure.value_text in row[1]


def test_the_errors_are_told_or_said_to_be_missing(client, specialists):
    wage = make.WageFactory(occupation=specialists, employment_rse=None)
    page = page_of(client, wage.get_absolute_url())
    assert "<dt>Standard error of jobs</dt><dd>not given</dd>" in page
    assert "<dt>Standard error of mean pay</dt><dd>0.4%, relative standard error</dd>" in page


def test_pay_that_is_not_given_is_said_not_to_be(client, specialists):
    wage = make.WageFactory(occupation=specialists, annual_only=True)
    page = page_of(client, wage.get_absolute_url())
    assert "not available" in page
    assert "not given" in page


def test_the_same_cell_in_other_releases_is_listed_the_latest_first(client, specialists):
    for year in (2022, 2025, 2024):
        make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=year))
    page = page_of(client, "/wages/may-2024/29-2072/US/")
    assert re.findall(r'<th scope="row"><a href="[^"]*">(May \d+)</a>', page) == ["May 2025", "May 2022"]


def test_an_industry_has_a_cell_of_its_own(client, specialists):
    whole = make.WageFactory(occupation=specialists)
    hospitals = make.WageFactory(
        occupation=specialists, industry=make.IndustryFactory(naics=True), annual_median=51_000
    )
    assert hospitals.get_absolute_url() == "/wages/may-2024/29-2072/US/?industry=622000"
    page = page_of(client, hospitals.get_absolute_url())
    assert "$51,000" in page
    assert "Hospitals" in page
    assert re.search(r'rel="canonical" href="[^"]*/wages/may-2024/29-2072/US/\?industry=622000"', page)
    assert whole.key != hospitals.key
    assert hospitals.figure("annual_median").url == hospitals.get_absolute_url()


@pytest.mark.parametrize(
    "address",
    [
        "may-1999/29-2072/US/",
        "may-2024/29-9999/US/",
        "may-2024/29-2072/MARS/",
        "may-2024/29-2072/US/?industry=nope",
        "may-2024/%00/US/",
        "may-2024/29-2072/%00/",
        "may-2024/29-2072/US/?industry=%00",
    ],
)
def test_a_cell_that_is_not_there_is_not_found_with_a_way_on(client, specialists, address):
    make.WageFactory(occupation=specialists)
    response = client.get(f"/wages/{address}")
    assert response.status_code == 404
    assert "/search/" in response.text


def test_a_cell_of_a_withdrawn_release_is_gone_and_says_why(client, specialists):
    release = make.ReleaseFactory(withdrawn=True)
    make.WageFactory(occupation=specialists, release=release, annual_median=50_250)
    response = client.get("/wages/may-2024/29-2072/US/")
    assert response.status_code == 410
    assert "The file was damaged." in response.text
    assert "50,250" not in response.text


@pytest.mark.parametrize("state", ["importing", "replaced"])
def test_a_cell_of_a_release_that_is_not_out_is_not_found(client, specialists, state):
    make.WageFactory(occupation=specialists, release=make.ReleaseFactory(state=state))
    assert client.get("/wages/may-2024/29-2072/US/").status_code == 404


def test_a_page_takes_as_many_queries_with_many_releases_as_with_one(
    client, specialists, django_assert_max_num_queries
):
    for year in (2022, 2023, 2024):
        make.WageFactory(occupation=specialists, release=make.ReleaseFactory(year=year))
    with django_assert_max_num_queries(7):  # three of them for what other money there is
        page_of(client, "/wages/may-2024/29-2072/US/")
