"""A job's page says what it lacks in one line, whoever the reader is and whatever the job."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from explore.jobs import job_document
from explore.jobs.gaps import NOT_LOADED, NOT_PUBLISHED, NOT_RATED, NOT_UNDER_CODE
from explore.jobs.identity import find_job
from tests import factories as make

MISSING = re.compile(
    r"Not available|[Nn]ot loaded|[Nn]othing beneath|\bNo (source|guide|projection|release|study)s? (here|gives|has)"
)
TEMPLATES = Path(settings.BASE_DIR, "templates")


def gaps_of(code: str) -> dict[str, str]:
    return {gap.what: gap.why for gap in job_document(find_job(code)).gaps}


def test_no_part_of_the_page_but_its_closing_line_says_what_is_missing():
    parts = [*TEMPLATES.glob("pages/job/*.html"), TEMPLATES / "pages/job.html"]
    told = {part.name for part in parts if MISSING.search(part.read_text())}
    assert told == {"gaps.html", "answer-pay.html"}  # which says so of a place that a reader chose


@pytest.mark.django_db
def test_what_only_this_site_lacks_is_not_said_of_the_publisher():
    job = make.OccupationFactory(code="19-4099")
    assert gaps_of("19-4099")["official pay"] == NOT_LOADED
    make.WageFactory(occupation=make.OccupationFactory(code="19-4098"))
    assert gaps_of("19-4099")["official pay"] == NOT_PUBLISHED
    assert "pay in other years" not in gaps_of(job.code)


@pytest.mark.django_db
def test_a_study_that_is_not_loaded_is_told_apart_from_one_that_does_not_rate_the_job():
    make.OccupationFactory(code="19-4099")
    make.ExposureFactory(aioe=True)
    gaps = gaps_of("19-4099")
    assert gaps["AI exposure by Felten, Raj and Seamans"] == NOT_RATED
    assert gaps["work from home"] == NOT_LOADED


@pytest.mark.django_db
def test_years_between_others_are_not_loaded_or_under_another_code():
    job = make.OccupationFactory(code="19-4099")
    for year in (2021, 2024):
        make.WageFactory(occupation=job, release=make.ReleaseFactory(year=year))
    make.WageFactory(occupation=make.OccupationFactory(code="19-4098"), release=make.ReleaseFactory(year=2023))
    gaps = gaps_of("19-4099")
    assert (gaps["pay in 2022"], gaps["pay in 2023"]) == (NOT_LOADED, NOT_UNDER_CODE)


@pytest.mark.django_db
def test_claims_that_wait_for_a_release_are_told_in_the_closing_line_alone(client):
    job = make.OccupationFactory(code="19-4099")
    match = make.OccupationMatchFactory(occupation=job)
    make.WageFactory(occupation=job, release=make.ReleaseFactory(source=make.SourceFactory(statistics=True), year=2021))
    may = {"reference_start": date(2023, 5, 1), "reference_end": date(2023, 5, 31)}
    make.SalaryFactory(career=match.career, attributed_to="BLS", median=48_780, **may)
    page = client.get(match.career.get_absolute_url()).text
    assert page.count("on this site") == 1
    assert "what one of the figures could be checked against" in page.partition("Not available here:")[2]


@pytest.mark.django_db
@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("slug", ["registered-nurse", "medical-records-administrator", "fishing-or-hunting-worker"])
def test_of_what_is_missing_a_page_has_one_line(client, slug):
    page = client.get(f"/careers/{slug}/", follow=True).text
    before, _, closing = page.partition("Not available here:")
    assert "on this site" not in before
    assert closing
    assert closing.count("on this site") <= 1
