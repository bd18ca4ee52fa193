"""Documents made from a guide, and skills found in somebody's own text."""

import logging
import re
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document as Word

from careers.models import Responsibility, Rung, Skill
from documents.toolkit.wording import sentences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

HOME = "/careers/medical-records-administrator/toolkit/"
KINDS = ("job-description", "interview-questions", "resume", "cover-letter")
WORDS = "/careers/medical-records-administrator/readiness/words/"


def text_of(response) -> str:
    return "\n".join(paragraph.text for paragraph in Word(BytesIO(response.content)).paragraphs)


def test_the_page_shows_every_document_with_its_files(client):
    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"{HOME}?rung=3&pay=1").content.decode()
    assert len(queries) <= 20
    for kind in KINDS:
        assert f'id="{kind}"' in page
        assert f'href="{HOME}{kind}.docx?rung=3&amp;pay=1"' in page
    assert "Job description: Senior Medical Records Administrator" in page


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("position", [1, 2, 3, 4, 5])
def test_a_word_file_holds_what_belongs_to_its_rung(client, kind, position):
    rung = Rung.objects.get(ladder__career__slug="medical-records-administrator", position=position)
    response = client.get(f"{HOME}{kind}.docx?rung={position}")
    assert response["Content-Disposition"].endswith(f'-{position}-{kind}.docx"')
    text = text_of(response)
    assert rung.title in text
    assert "himalayas.app" in text
    assert "The guide" not in text
    for other in Rung.objects.exclude(pk=rung.pk):
        is_next = kind == "interview-questions" and other.position == position + 1
        assert is_next or not any(sentence in text for sentence in sentences(other.summary))


def test_a_job_description_holds_every_duty_and_the_years_of_the_rung(client):
    text = text_of(client.get(f"{HOME}job-description.docx?rung=4"))
    assert "8 years or more of experience" in text
    for duty in Responsibility.objects.filter(career__slug="medical-records-administrator"):
        assert duty.label in text
    assert "$80,000" not in text


def test_pay_stands_in_it_with_its_source_when_asked_for(client):
    text = client.get(f"{HOME}job-description.md?rung=4&pay=1").content.decode()
    assert "$80,000" in text
    assert "(Himalayas, Salary by Experience Level, row 4)" in text


def test_a_resume_has_a_line_for_all_that_its_rung_does_and_the_one_below_learns(client):
    below, rung = Rung.objects.filter(position__in=(2, 3)).order_by("position")
    lines = text_of(client.get(f"{HOME}resume.docx?rung=3")).splitlines()
    assert set(sentences(rung.summary)) <= set(lines)
    assert set(sentences(below.focus)) <= set(lines)
    assert not set(sentences(rung.focus)) & set(lines)
    assert f"{below.title}, [employer], [years]" in lines
    assert not any(
        line.startswith(below.title) for line in text_of(client.get(f"{HOME}resume.docx?rung=1")).splitlines()
    )


def test_only_what_applies_to_everyone_on_the_rung_is_asked(client):
    first, later = (client.get(f"{HOME}job-description.md?rung={rung}").content.decode() for rung in (1, 4))
    assert "nursing home" not in first + later
    assert first.partition("## Requirements")[2] != later.partition("## Requirements")[2]


NAMES = {
    "brackets",  # as the hint calls them
    *("Date", "name", "organization", "city, state", "City, state", "phone", "email", "Your name", "title"),
    *("date", "employer", "years", "school", "School", "year", "Pay range"),
}
"""All that a person has to fill in."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("position", [1, 3])
def test_a_document_can_be_sent_once_its_names_are_filled_in(client, kind, position):
    text = text_of(client.get(f"{HOME}{kind}.docx?rung={position}&pay=1"))
    assert set(re.findall(r"\[([^]]+)\]", text)) <= NAMES
    assert "Where have you last needed" not in text


def test_keywords_are_all_skills_and_tools(client):
    text = text_of(client.get(f"{HOME}resume.docx"))
    for skill in Skill.objects.filter(uses__career__slug="medical-records-administrator"):
        assert skill.name in text


def test_markdown_and_word_say_the_same(client):
    for kind in KINDS:
        markdown = client.get(f"{HOME}{kind}.md?rung=2").content.decode().replace("\\", "")
        for line in text_of(client.get(f"{HOME}{kind}.docx?rung=2")).splitlines():
            assert line in markdown


def test_what_is_not_there_is_said(client):
    assert "The ladder here has no rung" in client.get(f"{HOME}?rung=9").content.decode()
    assert "The ladder here has no rung" in client.get(f"{HOME}?rung=%00").content.decode()
    assert client.get("/careers/nobody/toolkit/").status_code == 404
    assert client.get(f"{HOME}poem.md").status_code == 404
    assert client.get(f"{HOME}resume.exe").status_code == 404
    bare = client.get("/careers/medical-records-clerk/toolkit/").content.decode()
    assert "nothing to make documents from" in " ".join(bare.split())
    assert client.get("/careers/medical-records-clerk/toolkit/resume.md").status_code == 404


# In one's own words


def test_a_cv_is_read_marked_and_taken_into_the_form(client):
    page = client.post(WORDS, {"text": "Ten years of EHR work <b>in Epic</b>, HIPAA trained."}).content.decode()
    assert "<mark>EHR</mark> work &lt;b&gt;in <mark>Epic</mark>" in re.sub(r"<mark\s+>", "<mark>", page)
    (form,) = re.findall(r'<a class="button" href="([^"]+)"', page)
    assert "has%5Bepic%5D=2" in form
    assert client.get(form.replace("&amp;", "&")).status_code == 200


def test_what_is_pasted_is_neither_kept_nor_logged(client, caplog):
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connection) as queries:
        response = client.post(WORDS, {"text": "Zaphod knows Epic"})
    assert len(queries) <= 20
    assert all(query["sql"].startswith("SELECT") for query in queries)
    assert "Zaphod" not in "".join(record.getMessage() for record in caplog.records)
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 5_000_000, "more than a CV holds"),
        ("x" * 60_000, "at most 50,000 characters"),
        ("   ", "There was no text"),
        ("\x00\x01\x02\x03 PK", "no text that can be read"),
        (bytes(range(256)).decode("latin-1") * 50, "no text that can be read"),
    ],
)
def test_what_is_no_cv_is_answered_in_words(client, text, said):
    response = client.post(WORDS, {"text": text})
    assert response.status_code == 400
    assert said in response.content.decode()


def test_the_form_works_where_forgery_is_checked(client):
    client.handler.enforce_csrf_checks = True
    assert client.post(WORDS, {"text": "Epic"}).status_code == 200
