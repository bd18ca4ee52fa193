"""The parts of a job's page that are kept: the same as made anew, and never those of something else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from explore.jobs import KeptDocument, find_job, kept_career, kept_job
from explore.jobs.record_rows import state_years
from facts import rendering
from facts.models import Rendering
from facts.models.rendering import RenderingQuerySet
from pages.job import parts as job_parts
from pages.job.aging import next_change
from pages.job.parts import parts_of
from tests import factories as make
from tests.published import publish

pytestmark = pytest.mark.django_db

GUIDES = ("medical-records-administrator", "health-information-manager")
OCCUPATIONS = ("29-2072", "15-1211", "11-9111")
ASKED = [("", ""), ("US-OH", ""), ("US-CA", "2021"), ("", "2023"), ("US-ZZ", "1800")]


@pytest.fixture
def nurse():
    career = make.CareerFactory(slug="nurse", title="Nurse", summary="Cares for people.")
    make.SalaryFactory(career=career, median=90_000)
    publish(career)
    return career


def page(slug: str = "nurse") -> str:
    response = Client().get(f"/careers/{slug}/")
    assert response.status_code == 200
    return response.content.decode()


def made_anew(kept: KeptDocument) -> KeptDocument:
    return KeptDocument(kept.job, "", lambda: kept.document)


@pytest.fixture(scope="module")
def paid(stages):
    with stages.entered("guides_paid"):
        yield


@pytest.mark.usefixtures("paid")
class TestOfRealJobs:
    @pytest.fixture
    def jobs(self):
        found = [kept_career(slug) for slug in GUIDES] + [kept_job(find_job(code)) for code in OCCUPATIONS]
        return {kept.job: kept for kept in found}.values()

    @pytest.mark.parametrize(("place", "year"), ASKED)
    def test_kept_ones_are_the_same_as_those_made_anew(self, jobs, place, year):
        for kept in jobs:
            record = kept.document.record
            cells = state_years(record, place) if place and record else ()
            first, again = (parts_of(kept, place, cells, year) for _ in range(2))
            assert first == again == parts_of(made_anew(kept), place, cells, year)
        assert Rendering.objects.count() == len(jobs)

    def test_no_sign_beside_a_figure_changes_before_its_day(self, jobs, monkeypatch):
        today = timezone.now().date()
        for kept in jobs:
            until = next_change(kept.document, today)
            before = {}
            for days in (0, (until - today).days - 1):
                at(monkeypatch, today + timedelta(days=days))
                before[days] = parts_of(made_anew(kept))
            at(monkeypatch, today)
            assert len(set(before.values())) == 1


def at(monkeypatch, day: date) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def test_a_page_is_made_once_and_then_read(nurse, monkeypatch, django_assert_num_queries):
    first = page()
    monkeypatch.setattr(job_parts, "lay_out", None)
    with django_assert_num_queries(4):  # the edition twice, the document, its parts
        assert page() == first


def test_an_edit_is_seen_at_once(nurse):
    assert "Cares for people." in page()
    publish(nurse, summary="Looks after people.")
    assert "Looks after people." in page()
    assert Rendering.objects.count() == 1


def test_each_page_names_the_edition_that_changed_it(nurse):
    page()
    assert f"Edition {publish(make.CareerFactory())}</a>" not in page()
    assert f"Edition {publish(nurse, summary='Looks after people.')}</a>" in page()


@pytest.mark.parametrize(
    ("setting", "value"), [("SITE_URL", "https://elsewhere.example"), ("COUNTRY", "CA"), ("LANGUAGE_CODE", "fr")]
)
def test_other_settings_make_it_anew(nurse, settings, setting, value):
    page()
    before = Rendering.objects.get().digest
    setattr(settings, setting, value)
    page()
    assert Rendering.objects.get().digest != before


def test_other_code_and_other_templates_make_it_anew(nurse, monkeypatch):
    page()
    Rendering.objects.update(packed=pack_of("{}"))
    monkeypatch.setattr(rendering, "digest_of_code", lambda *packages: "of another release")
    assert "Cares for people." in page()


def test_while_one_works_on_templates_nothing_is_kept(nurse, settings):
    settings.DEBUG = True
    page()
    assert not Rendering.objects.exists()


def test_a_figure_that_grows_old_is_marked_on_its_day(nurse, monkeypatch):
    salary = nurse.salaries.get()
    publish(salary, reference_start=date(2025, 5, 1), reference_end=date(2025, 5, 31))
    at(monkeypatch, date(2030, 5, 30))
    assert "years old" not in page()
    at(monkeypatch, date(2030, 5, 31))
    assert "Five years old" in page()


def test_a_database_that_cannot_be_written_to_serves_the_page_all_the_same(nurse, monkeypatch):
    def refuse(*args, **options):
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(RenderingQuerySet, "bulk_create", refuse)
    assert "Cares for people." in page()
    assert not Rendering.objects.exists()


def pack_of(text: str) -> bytes:
    row = Rendering()
    row.text = text
    return row.packed
