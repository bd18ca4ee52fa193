"""An edition stays: its lists, rows, tables, pages and files answer the same after imports and edits, to the byte."""

import re

import pytest
from django.apps import apps
from django.db import connection

from api.export.build import build_files
from careers.models import Career, Skill
from education.models import Path
from facts.actions import publishing
from facts.as_of import EditionIsPast, as_of, pinned
from facts.models import Curated, Edition
from ingest.releases.run import import_release
from salaries.models import Salary
from tests import factories as make
from tests.published import publish
from tests.salaries.importers.oews import CALIFORNIA, MANAGERS, SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db

LISTS = (
    "careers",
    "occupations",
    "salaries",
    "wages",
    "outlooks",
    "paths",
    "times-to-entry",
    "exposures",
    "requirements",
    "credentials",
    "skills",
    "places",
    "industries",
    "sources",
    "releases",
    "editions",
    "corrections",
    "jobs",
    "schools",
    "variants",
    "moves",
    "employers",
)
NO_EDITIONS = ("claims", "fact-checks", "disagreements", "rank-disagreements", "search")
CAREER = "medical-records-administrator"


@pytest.fixture
def moved_on(guides, client, tmp_path, settings):
    """The number of an edition, and what happens after it: two imports, an edit, a removal, a new career."""
    settings.FILES_DIR = tmp_path / "files"
    import_release("oews", write_oews(tmp_path / "all_data_M_2021.csv", [SPECIALISTS, MANAGERS]))
    number = Edition.objects.newest_first().first().number

    def go_on() -> None:
        import_release("oews", write_oews(tmp_path / "all_data_M_2020.csv", [SPECIALISTS, MANAGERS | CALIFORNIA]))
        import_release("oews", write_oews(tmp_path / "all_data_M_2019.csv", [SPECIALISTS | {"A_MEDIAN": "60,250"}]))
        salary = Salary.objects.filter(median__isnull=False).order_by("pk").first()
        publish(salary, median=salary.median + 1_000, note="Read again.")
        publish(Career.objects.first(), title="Somebody else")
        publish(make.CareerFactory(slug="brand-new", title="A new job"))
        with publishing(act=Edition.Act.EDIT, reason="Removed.") as publication:
            gone = Salary.objects.order_by("-pk").first()
            publication.removed(gone)
            gone.delete()
        path = Path.objects.exclude(credentials=None).first()
        with publishing(act=Edition.Act.EDIT, reason="Other credentials.") as publication:
            path.note = "Other credentials."
            path.save()
            path.credentials.set([make.CredentialFactory()])
            publication.changed(path)

    return number, go_on


def addresses(client, number) -> list[str]:
    lists = [f"/api/v1/{name}/?edition={number}&page_size=200" for name in LISTS]
    tables = [f"/api/v1/{name}.csv?edition={number}" for name in LISTS]
    with_more = [
        f"/api/v1/occupations/?edition={number}&ordering=-median&include=record,headline",
        f"/api/v1/salaries/?edition={number}&median_min=1&include=figures",
    ]
    rows = [row["url"] for name in ("salaries", "paths", "wages", "skills") for row in _rows(client, name)[:3]]
    pages = [row["page"] for name in ("salaries", "wages", "sources", "careers") for row in _rows(client, name)[:3]]
    local = [re.sub("https?://[^/]+", "", address) for address in (*rows, *pages)]
    items = [f"{address}{'&' if '?' in address else '?'}edition={number}" for address in local]
    own = ["/careers/", "/occupations/", "/sources/", "/a-z/a/", f"/careers/{CAREER}/handout/"]
    own += [f"/careers/{CAREER}/toolkit/", "/changes/", f"/changes/{number}/", "/corrections/"]
    jobs = [f"/api/v1/jobs/{CAREER}/", f"/api/v1/careers/{CAREER}/", f"/api/v1/careers/{CAREER}/ladder/"]
    compared = [f"/api/v1/compare/?item={CAREER}&item=29-2072&edition={number}"]
    return [*lists, *tables, *with_more, *items, *compared, *(f"{each}?edition={number}" for each in (*own, *jobs))]


def _rows(client, name) -> list[dict]:
    return client.get(f"/api/v1/{name}/").json()["results"]


def answer_of(client, address) -> tuple[int, bytes, str]:
    answer = client.get(address)
    return answer.status_code, answer.getvalue(), answer.headers.get("ETag", "")


@pytest.mark.long
def test_everything_of_an_edition_stays_as_it_was_to_the_byte(client, moved_on):
    number, go_on = moved_on
    build_files()
    files = [f"/download/{number}/{name}" for name in ("rungs-csv.zip", "rungs.ndjson.gz", "parquet/wages.parquet")]
    asked = [*addresses(client, number), *files]
    before = {address: answer_of(client, address) for address in asked}
    now = {name: client.get(f"/api/v1/{name}/").content for name in ("salaries", "wages", "careers", "releases")}
    assert {status for status, _, _ in before.values()} == {200}
    go_on()
    build_files()
    for address in asked:
        assert answer_of(client, address) == before[address], address
    for name, body in now.items():
        assert client.get(f"/api/v1/{name}/").content != body, f"{name} has not changed: the test shows nothing"


def test_a_row_that_was_removed_since_is_there_in_its_edition(client, moved_on):
    number, go_on = moved_on
    gone = Salary.objects.order_by("-pk").first()
    go_on()
    assert client.get(f"/api/v1/salaries/{gone.key}/").status_code == 410
    assert client.get(f"/api/v1/salaries/{gone.key}/?edition={number}").json()["key"] == gone.key
    assert client.get("/api/v1/careers/brand-new/ladder/").status_code == 200
    assert client.get(f"/api/v1/careers/brand-new/ladder/?edition={number}").status_code == 404


def test_an_answer_names_its_edition(client, moved_on):
    number, go_on = moved_on
    go_on()
    answer = client.get(f"/api/v1/salaries/?edition={number}")
    assert answer["Rungs-Edition"] == str(number)
    again = client.get(f"/api/v1/salaries/?edition={number}", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    page = client.get(f"/sources/?edition={number}").content.decode()
    assert f'This page is as <a href="/changes/{number}/">edition' in page


@pytest.mark.parametrize("name", ["wages", "salaries"])
def test_a_walk_ends_in_the_edition_in_which_it_began(client, moved_on, name):
    number, go_on = moved_on
    whole = client.get(f"/api/v1/{name}/?page_size=200&edition={number}").json()["results"]
    first = client.get(f"/api/v1/{name}/?page_size=2").json()
    go_on()
    walked, following = first["results"], first["next"]
    while following:
        answer = client.get(following)
        assert answer["Rungs-Edition"] == str(number)
        walked += answer.json()["results"]
        following = answer.json()["next"]
    assert [row["key"] for row in walked] == [row["key"] for row in whole]


def test_a_walk_through_what_has_no_editions_is_refused_once_the_list_has_changed(client, moved_on):
    number, go_on = moved_on
    following = client.get("/api/v1/search/?q=medical&page_size=1").json()["next"]
    assert client.get(following).status_code == 200
    go_on()
    answer = client.get(following)
    assert answer.status_code == 400
    (problem,) = answer.json()["errors"]
    assert (problem["code"], f"of edition {number}," in problem["message"]) == ("list_changed", True)


@pytest.mark.parametrize("name", NO_EDITIONS)
def test_what_is_found_or_reckoned_today_refuses_an_edition_in_words(client, guides, name):
    (problem,) = client.get(f"/api/v1/{name}/?q=nurse&edition=1").json()["errors"]
    assert (problem["parameter"], problem["code"]) == ("edition", "not_by_edition")


@pytest.mark.parametrize("address", ["/search/?q=nurse", "/fit/?a=1", f"/careers/{CAREER}/readiness/?a=1"])
def test_pages_of_today_refuse_an_edition_in_words(client, guides, address):
    answer = client.get(f"{address}&edition=1")
    assert answer.status_code == 400
    assert "what is public now" in answer.content.decode()


@pytest.mark.parametrize(("number", "status"), [("99", 404), ("0", 400), ("x", 400), ("-1", 400), ("9" * 30, 400)])
def test_a_number_of_no_edition_is_told(client, guides, number, status):
    assert client.get(f"/api/v1/salaries/?edition={number}").status_code == status


def test_rows_of_a_release_that_was_imported_anew_are_said_to_be_others(client, moved_on, tmp_path):
    number, _ = moved_on
    import_release(
        "oews", write_oews(tmp_path / "all_data_M_2021.csv", [SPECIALISTS | {"A_MEDIAN": "1,000"}, MANAGERS])
    )
    answer = client.get(f"/api/v1/wages/?edition={number}")
    assert answer.status_code == 404
    assert f"May 2021 was imported again with edition {number + 1}" in answer.json()["detail"]
    assert client.get(f"/api/v1/salaries/?edition={number}").status_code == 200


class TestReadingAnEdition:
    def test_tables_of_then_stand_in_for_those_of_now(self, guides):
        edition = Edition.objects.newest_first().first()
        skill = Skill.objects.first()
        before = skill.name
        publish(skill, name="Another name")
        with as_of(edition):
            assert pinned() == edition
            assert Skill.objects.get(pk=skill.pk).name == before
            assert Skill.objects.filter(name="Another name").count() == 0
            assert Edition.objects.newest_first().first() == edition
            assert Skill.objects.filter(uses__career__title__contains="a").distinct().exists()
        assert Skill.objects.get(pk=skill.pk).name == "Another name"
        assert pinned() is None

    def test_nothing_is_written_meanwhile(self, guides):
        with as_of(Edition.objects.first()), pytest.raises(EditionIsPast):
            Skill.objects.update(name="x")

    def test_a_query_may_begin_with_expressions_of_its_own(self, guides):
        edition = Edition.objects.newest_first().first()
        publish(Skill.objects.first(), name="Another name")
        with as_of(edition), connection.cursor() as cursor:
            cursor.execute(
                'WITH named AS (SELECT name FROM "careers_skill") SELECT count(*) FROM named WHERE name = %s',
                ["Another name"],
            )
            assert cursor.fetchone() == (0,)

    def test_every_curated_row_and_tie_has_its_history(self, guides):
        """Or an edition would lack it."""
        edition = Edition.objects.newest_first().first()
        tables = [model for model in apps.get_models(include_auto_created=True) if _is_curated(model)]
        assert len(tables) > 25
        for model in tables:
            columns = [field.attname for field in model._meta.concrete_fields]
            now = list(model._base_manager.order_by("pk").values_list(*columns))
            with as_of(edition):
                assert list(model._base_manager.order_by("pk").values_list(*columns)) == now, model


def _is_curated(model) -> bool:
    """Or what ties curated rows to others."""
    owners = [field.related_model for field in model._meta.concrete_fields if field.related_model]
    ties_them = bool(model._meta.auto_created) and any(issubclass(owner, Curated) for owner in owners)
    return issubclass(model, Curated) or ties_them
