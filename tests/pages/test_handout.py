"""A guide on one sheet of paper, each figure with the number of its source."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.pages.stage import tell_everything

HOME = "/careers/medical-records-administrator/"
SHEETS = ("A4", "Letter")


def page_of(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.django_db
@pytest.mark.usefixtures("guides")
def test_every_number_of_a_source_leads_to_its_footnote(client):
    page = page_of(client, f"{HOME}handout/")
    notes = re.findall(r'<li id="(n\d+)"><a href="([^"]+)">', page)
    assert {name for name, _ in notes} == set(re.findall(r'href="#(n\d+)"', page)) != set()
    assert all(client.get(url).status_code == 200 for _, url in notes)
    assert f'<a href="{HOME}handout/">' in page_of(client, HOME)


@pytest.mark.django_db
@pytest.mark.usefixtures("guides")
def test_the_official_figure_stands_first_and_a_contradicted_claim_does_not_stand_for_it(client):
    keys = page_of(client, f"{HOME}handout/").partition('class="said-keys"')[2].partition("</ul>")[0]
    assert "US Bureau of Labor Statistics" in page_of(client, f"{HOME}handout/")
    assert "$47,190" not in keys


@pytest.mark.django_db
def test_pay_and_growth_of_the_record_name_a_source_each(client):
    career = make.CareerFactory()
    occupation = make.OccupationFactory()
    make.OccupationMatchFactory(career=career, occupation=occupation)
    make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=2024))
    make.OutlookFactory(of_occupation=True, occupation=occupation)
    record = page_of(client, f"{career.get_absolute_url()}handout/").partition("Official figures</h2>")[2]
    assert len(set(re.findall(r'href="#(n\d+)"', record.partition("</table>")[0]))) == 2


@pytest.mark.django_db
def test_a_career_of_which_nothing_is_said_has_a_sheet_that_says_so(client):
    page = page_of(client, f"{make.CareerFactory().get_absolute_url()}handout/")
    assert "No source here covers this job yet." in page
    assert client.get("/careers/no-such-career/handout/").status_code == 404


@pytest.mark.django_db
def test_a_job_without_a_guide_has_a_sheet_from_the_record(client):
    occupation = make.OccupationFactory(code="19-4099", title="Lighthouse Keepers")
    whole = make.OccupationFactory(onet=True, code="19-4099.00", parent=occupation)
    make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=2024))
    make.TaskFactory(occupation=whole, release=make.ReleaseFactory(onet=True), statement="Codes charts.")
    page = page_of(client, "/occupations/19-4099/handout/")
    assert "<b>$50,250</b>" in page.partition('class="said-keys"')[2].partition("</li>")[0]
    assert "Codes charts." in page
    assert 'href="/occupations/19-4099/handout/"' in page_of(client, "/occupations/19-4099/")
    make.OccupationMatchFactory(occupation=occupation, match="exact", career=make.CareerFactory(slug="keeper"))
    assert client.get("/occupations/19-4099/handout/")["Location"] == "/careers/keeper/handout/"


@pytest.mark.django_db
def test_a_long_guide_takes_no_more_queries_and_no_more_room(client):
    counts, rows = [], []
    for times in (1, 4):
        address = f"{tell_everything(times).get_absolute_url()}handout/"
        with CaptureQueriesContext(connection) as queries:
            rows.append(page_of(client, address).count("<tr"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert rows[1] <= 3 + 6 + 3 + 4  # headings, rungs, groups, ways


@pytest.mark.browser
@pytest.mark.parametrize("sheet", SHEETS)
def test_it_prints_on_one_page(page, site, sheet):
    page.goto(f"{site}{HOME}handout/")
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=sheet, margin=margins))) == 1
