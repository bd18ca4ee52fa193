"""Jobs: one row for each page, and one document for each job."""

import pytest

from explore.jobs import find_career_job, find_job, read_job
from explore.jobs.codec import from_json, to_json
from explore.jobs.document import JobDocument
from tests import factories as make
from tests.pages.stage import tell_everything

pytestmark = pytest.mark.django_db


def test_a_career_and_its_exact_occupation_are_one_job_and_groups_are_none(ask):
    nurses = make.OccupationFactory(code="29-1141", title="Registered Nurses")
    make.OccupationFactory(code="29-1140", title="Nurses", level="broad")
    make.OccupationFactory(code="29-2072", title="Records Specialists")
    match = make.OccupationMatchFactory(occupation=nurses, match="exact", career__title="Nurse")
    rows = ask("jobs/")["results"]
    assert [(row["title"], row["slug"], row["code"]) for row in rows] == [
        ("Nurse", match.career.slug, "29-1141"),
        ("Records Specialists", "", "29-2072"),
    ]


def test_slug_and_code_lead_to_the_same_document(ask):
    match = make.OccupationMatchFactory(occupation__code="29-1141", match="exact")
    make.WageFactory(occupation=match.occupation, annual_median=97_550, annual_p75=112_350, annual_p90=137_470)
    by_slug, by_code = ask(f"jobs/{match.career.slug}/"), ask("jobs/29-1141/")
    assert by_slug == by_code
    assert by_slug["answers"]["pay"]["figure"]["value"] == 97550
    assert by_slug["page"] == f"http://testserver{match.career.get_absolute_url()}"


def test_an_unknown_job_is_not_found(client):
    assert client.get("/api/v1/jobs/no-such-job/").status_code == 404


def test_a_document_is_the_same_after_it_was_written_down():
    document = read_job(find_career_job(tell_everything(2).slug))
    assert from_json(JobDocument, to_json(document)) == document
    assert document.figures


def test_the_document_of_an_occupation_without_anything_is_written_down_too():
    make.OccupationFactory(code="29-2072")
    document = read_job(find_job("29-2072"))
    assert from_json(JobDocument, to_json(document)) == document
