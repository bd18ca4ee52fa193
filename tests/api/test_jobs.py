"""Jobs: one row for each page, and one document for each job."""

import pytest

from explore.jobs import find_career_job, find_job, read_job
from explore.jobs.codec import from_json, to_json
from explore.jobs.document import JobDocument
from facts.actions import publishing
from facts.models import Edition
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


class TestEditions:
    @pytest.fixture
    def nurse(self):
        career = make.CareerFactory(slug="nurse", title="Nurse")
        self.publish(career)
        return career

    def publish(self, row):
        with publishing(act=Edition.Act.EDIT, reason="Corrected.") as publication:
            row.save()
            publication.changed(row)

    def test_an_edition_gives_the_job_as_it_stood_and_says_so(self, ask, nurse):
        before = ask("jobs/nurse/")
        assert before["edition"] is None
        nurse.title = "Registered Nurse"
        self.publish(nurse)
        assert ask("jobs/nurse/")["title"] == "Registered Nurse"
        assert ask("jobs/nurse/?edition=1") == before | {"edition": 1}

    def test_addresses_in_it_are_of_the_host_that_serves_it(self, client, nurse, settings):
        settings.ALLOWED_HOSTS = ["testserver", "rungs.example"]
        pages = [client.get("/api/v1/jobs/nurse/?edition=1", headers={"host": host}) for host in settings.ALLOWED_HOSTS]
        client.get("/api/v1/jobs/nurse/")
        answers = [client.get("/api/v1/jobs/nurse/", headers={"host": host}) for host in settings.ALLOWED_HOSTS]
        assert [page.json()["page"] for page in pages] == [
            f"http://{host}/careers/nurse/" for host in settings.ALLOWED_HOSTS
        ]
        assert [answer.json()["page"] for answer in answers] == [
            f"http://{host}/careers/nurse/" for host in settings.ALLOWED_HOSTS
        ]

    def test_an_edition_to_come_is_not_found_in_words(self, client, nurse):
        answer = client.get("/api/v1/jobs/nurse/?edition=2")
        assert answer.status_code == 404
        assert "There is no edition 2 yet" in answer.content.decode()

    def test_a_job_by_its_code_has_editions_too(self, ask):
        occupation = make.OccupationFactory(code="29-2072", title="Records Specialists")
        self.publish(occupation)
        assert ask("jobs/29-2072/")["edition"] is None
        assert ask("jobs/29-2072/?edition=1")["title"] == "Records Specialists"
