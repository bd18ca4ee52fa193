"""A kind of statement that is registered is found at every door."""

import csv
import io
import json
import sys
import zipfile
from dataclasses import replace

import pytest
from django.apps import AppConfig, apps
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.test import Client
from django.urls import clear_url_caches

from api.export.build import write_files
from api.export.writers import CsvPackage
from api.views.careers import OneCareer
from api.views.schema import forget_the_schema
from editorial.admin.plain import register_plain
from editorial.models import Proposal
from explore.compare import compare
from explore.disagreements import all_disagreements
from facts import kinds
from tests.editorial.forms import admin_url, errors, save
from tests.editorial.guide_pages import TypedGuide, guide_url
from tests.factories import CareerFactory, SourceFactory

URLS = ("api.urls.v1", "api.urls", "config.urls")


@pytest.fixture(scope="module", autouse=True)
def _an_app_with_a_kind(django_db_setup, django_db_blocker):
    """The app as if it stood in INSTALLED_APPS, with its tables; no trace of it afterwards."""
    config = AppConfig.create("tests.kinds.apps.TenuresConfig")
    config.apps, apps.app_configs[config.label] = apps, config
    config.import_models()
    apps.clear_cache()
    config.ready()
    register_plain()
    _forget_addresses()
    tables = list(config.get_models(include_auto_created=True))
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for model in tables:
            editor.create_model(model)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for model in reversed(tables):
            editor.delete_model(model)
    kinds.unregister("tenures")
    admin.site.unregister(config.get_model("tenure"))
    del apps.app_configs[config.label]
    apps.clear_cache()
    _forget_addresses()


def _forget_addresses():
    for name in URLS:
        sys.modules.pop(name, None)
    clear_url_caches()
    forget_the_schema()
    OneCareer.parameters.cache_clear()


@pytest.fixture
def ask(client):
    """The JSON at a path below /api/v1/."""
    return lambda path: client.get(f"/api/v1/{path}").json()


@pytest.fixture
def tenure():
    from tests.kinds.factories import TenureFactory

    return TenureFactory


@pytest.fixture
def career(db):
    return CareerFactory(slug="keeper", title="Keeper of Records")


def test_the_api_lists_it_and_its_rows(ask, tenure, career):
    row, other = tenure(career=career), tenure(years=9)
    assert ask("")["lists"]["tenures"].endswith("/api/v1/tenures/")
    assert [each["key"] for each in ask("tenures/?career=keeper")["results"]] == [row.key]
    assert [each["key"] for each in ask("tenures/?years_min=8&ordering=-years")["results"]] == [other.key]
    shown = ask(f"tenures/{row.key}/?include=figures")
    assert (shown["years"], shown["career"]["slug"], shown["source"]["slug"]) == (7, "keeper", row.source.slug)
    assert shown["figures"][0]["value_text"] == "7 years"


def test_the_schema_describes_it(ask, career):
    schema = ask("schema/")
    assert schema["paths"]["/api/v1/tenures/"]["get"]["description"] == "How many years people stay in a career."
    assert schema["components"]["schemas"]["Tenure"]["properties"]["years"]["type"] == "number"


def test_it_has_a_csv_and_a_table_in_the_download(client, tenure, career, tmp_path):
    row = tenure(career=career)
    (line,) = csv.DictReader(io.StringIO(b"".join(client.get("/api/v1/tenures.csv").streaming_content).decode()))
    assert (line["key"], line["years"], line["career_slug"]) == (row.key, "7", "keeper")
    write_files(tmp_path, None, [CsvPackage])
    package = zipfile.ZipFile(tmp_path / "rungs-csv.zip")
    assert row.key in package.read("data/tenures.csv").decode()
    described = json.loads(package.read("datapackage.json"))
    assert "tenures" in {resource["name"] for resource in described["resources"]}


def test_the_guide_has_it_by_include(ask, tenure, career):
    row = tenure(career=career)
    guide = ask("careers/keeper/?include=tenures")
    assert [each["key"] for each in guide["tenures"]] == [row.key]
    assert guide["links"]["tenures"].endswith("/api/v1/tenures/?career=keeper")


def test_the_job_page_has_it_in_its_chapter(client, tenure, career):
    tenure(career=career)
    page = " ".join(client.get("/careers/keeper/").content.decode().split())
    chapter = page.partition('<section class="chapter" id="outlook">')[2].partition("</section>")[0]
    assert "How long people stay" in chapter
    assert '<data value="7">' in chapter


def test_its_permanent_page_leads_to_its_chapter_and_its_json(client, tenure, career):
    row = tenure(career=career)
    page = client.get(f"/figures/{row.key}/").content.decode()
    assert "/careers/keeper/#market" in page
    assert f"/api/v1/tenures/{row.key}/" in page


def test_the_sitemap_names_its_pages(client, tenure, career):
    row = tenure(career=career)
    assert f"/figures/{row.key}/" in client.get("/sitemap.xml").content.decode()


def test_it_is_compared(tenure, career):
    tenure(career=career, in_may_2023=True)
    tenure(career=CareerFactory(slug="counter", title="Counter of Records"), years=9, in_may_2023=True)
    (row,) = compare(["keeper", "counter"]).rows
    assert (row.key, row.title) == ("tenures", "How long people stay")
    assert row.judgement.reason == "B is 2 years higher than A."


def test_sources_disagree_on_it(tenure, career):
    for years in (7, 9):
        tenure(career=career, years=years, in_may_2023=True, source=SourceFactory())
    (found,) = all_disagreements()
    assert [figure.value_text for figure in found.figures] == ["7 years", "9 years"]


def test_an_editor_changes_it_in_a_draft(tenure, career, settings):
    settings.REVIEW = True
    row, desk = tenure(career=career), Client()
    desk.force_login(get_user_model().objects.create_superuser("ann"))
    changes = {"years": "8.5", "as_printed": "8.5 years", "correction_kind": "revision"}
    answer = save(desk, row, why="The guide was corrected.", **changes)
    assert answer.status_code == 302, errors(answer)
    proposal = Proposal.objects.get()
    assert (proposal.model, proposal.before["years"], proposal.after["years"]) == ("tenures.tenure", "7.0", "8.5")
    row.refresh_from_db()
    assert row.years == 7
    assert desk.get(admin_url(proposal.draft)).status_code == 200


def test_it_is_written_on_the_page_of_its_guide(tenure, career, settings):
    settings.REVIEW = True
    row, desk = tenure(career=career), Client()
    desk.force_login(get_user_model().objects.create_superuser("ann"))
    typed = TypedGuide(desk, guide_url(career, row.source))
    typed.add("outlook-tenure", years="3", as_printed="3 years")
    typed.save()
    proposal = Proposal.objects.get()
    assert (proposal.model, proposal.kind, proposal.after["years"]) == ("tenures.tenure", "created", "3.0")


@pytest.mark.parametrize(
    ("lack", "sentence"),
    [
        ({"heading": ""}, "The kind of tenures.Tenure has no heading."),
        ({"fields": ("months",)}, "The kind of tenures.Tenure shows a field “months”, which its model does not have."),
        ({"ordering": {"years": "month"}}, "is narrowed, ordered or found by “month”, which its model does not have."),
        (
            {"chapter": "weather"},
            "stands in “weather”, which is no chapter of the job page.",
        ),
        ({"checked_by": "weather"}, "is checked by “weather”, which is no kind of the record."),
        ({"one": "salary"}, "shares the name of its rows, “salary”, with another."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_a_kind_lacks_fails_the_check_in_a_sentence(lack, sentence):
    whole = kinds.kind_named("tenures")
    kinds.register(replace(whole, **lack))
    try:
        with pytest.raises(SystemCheckError, match=sentence):
            call_command("check")
    finally:
        kinds.register(whole)


def test_a_statement_of_no_kind_fails_the_check():
    whole = kinds.kind_named("tenures")
    kinds.unregister("tenures")
    try:
        with pytest.raises(SystemCheckError, match="Tenure is a statement of no kind, so that no door shows it."):
            call_command("check")
    finally:
        kinds.register(whole)
