"""What studies say of a job, on its page."""

import re

import pytest

from explore.studies.messages import NO_FORECAST
from pages.charts.strip import draw_strip
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]


@pytest.fixture
def job():
    return make.OccupationFactory(code="23-2011", title="Paralegals")


def chapter(client, address, anchor) -> str:
    page = re.sub(r"\s+", " ", client.get(address).content.decode())
    return page.partition(f'<details id="{anchor}">')[2].partition("</details>")[0]


def test_the_strip_and_its_table_show_each_value_and_percentile(client, job):
    make.ExposureFactory(copilot=True, occupation=job, as_printed="0.155502898114603", percentile="13.44")
    ai = chapter(client, "/occupations/23-2011/", "exposure")
    assert "<svg" in ai
    assert '<data value="0.155502898114603">0.155502898114603</data>' in ai
    assert "13th" in ai
    assert "our calculation" in ai
    assert NO_FORECAST.text in ai


def test_a_study_without_a_rating_is_named_with_the_reason(client, job):
    make.ExposureFactory(copilot=True, occupation=job)
    page = client.get("/occupations/23-2011/").content.decode()
    closing = page.partition("Not available here:")[2].partition("(not loaded on this site)")[0]
    assert "AI exposure by Felten, Raj and Seamans" in closing


def test_no_score_of_risk_and_no_average_is_shown(client, job):
    make.ExposureFactory(copilot=True, occupation=job)
    ai = chapter(client, "/occupations/23-2011/", "exposure")
    assert "risk" not in ai
    assert "averaged" in ai  # that they are not


def test_work_from_home_is_said_in_a_sentence(client, job):
    make.WorkFromHomeFactory(occupation=job)
    remote = chapter(client, "/occupations/23-2011/", "from-home")
    assert "The work of Paralegals can all be done at home." in remote
    assert "not about how many employers allow it" in remote


def test_a_career_has_what_its_guide_says_of_automation_beside_the_studies(client, job):
    career = make.CareerFactory(slug="keeper")
    make.OccupationMatchFactory(career=career, occupation=job)
    make.ExposureFactory(copilot=True, occupation=job)
    make.SectionFactory(career=career, body="AI may sort charts in time. People check them.")
    ai = chapter(client, "/careers/keeper/", "exposure")
    assert '<p class="prose">AI may sort charts in time.</p>' in ai
    assert "A remark like this cannot be checked by a number." in ai


def test_ratings_are_compared_row_by_row(client, job):
    other = make.OccupationFactory(code="29-1141", title="Nurses")
    make.ExposureFactory(copilot=True, occupation=job, as_printed="0.2")
    make.ExposureFactory(copilot=True, occupation=other, as_printed="0.1")
    page = client.get("/compare/?item=23-2011&item=29-1141").content.decode()
    assert "AI applicability, both sides of the talks (Tomlinson, Jaffe, Wang, Counts and Suri)" in page


@pytest.mark.parametrize("percentile", ["0.05", "13.44", "50", "51", "99.95"])
def test_every_mark_stands_on_the_strip(percentile, job):
    from explore.jobs import find_job, read_job

    make.ExposureFactory(copilot=True, occupation=job, percentile=percentile)
    strip = draw_strip(job.title, read_job(find_job(job.code)).studies.exposure)
    (stand,) = strip.stands
    assert 0 <= stand.at <= 100
    assert 0 < stand.label_y < stand.y < strip.bottom < strip.height
    assert stand.place in strip.description


def test_nothing_to_draw_is_not_drawn():
    assert draw_strip("Paralegals", []) is None
