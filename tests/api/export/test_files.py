"""The files of an edition: five forms of the same rows, which say what the API says, and what describes them."""

import csv
import gzip
import hashlib
import json
import sqlite3
from io import StringIO
from zipfile import ZipFile

import pytest
from arro3.io import read_parquet
from django.core.management import CommandError, call_command
from frictionless import Package

from api.export.batches import TableReader
from api.export.build import FORMS, write_files
from api.export.tables import tables
from tests.factories import OutlookFactory, SalaryFactory

pytestmark = pytest.mark.django_db

IN_THE_API = [
    "careers",
    "occupations",
    "salaries",
    "outlooks",
    "paths",
    "times-to-entry",
    "requirements",
    "credentials",
    "skills",
    "places",
    "industries",
    "sources",
    "releases",
    "editions",
    "wages",
]


@pytest.fixture(scope="module")
def lines(made) -> list[dict]:
    with gzip.open(made.folder / "rungs.ndjson.gz") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def package(made, tmp_path_factory) -> Package:
    folder = tmp_path_factory.mktemp("package")
    with ZipFile(made.folder / "rungs-csv.zip") as file:
        file.extractall(folder)
    return Package(folder / "datapackage.json")


@pytest.fixture(scope="module")
def database(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("sqlite") / "rungs.sqlite"
    path.write_bytes(gzip.decompress((made.folder / "rungs.sqlite.gz").read_bytes()))
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    yield database
    database.close()


def test_the_manifest_says_size_and_checksum_of_each_file(made):
    named = {file.path: (file.bytes, file.sha256) for file in made.files}
    found = {
        str(path.relative_to(made.folder)): (path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in made.folder.rglob("*")
        if path.is_file() and path.name != "files.json"
    }
    assert named == found
    assert len(found) == len(tables()) + len(("csv", "sqlite", "ndjson", "datapackage", "dcat", "sums"))


def test_every_form_has_every_row_of_every_table(made, package, database, lines):
    for table in tables():
        count = len(list(table.rows()))
        name = table.name.replace("-", "_")
        in_sqlite = len(database.execute(f"SELECT rowid FROM {name}").fetchall())  # noqa: S608
        in_parquet = read_parquet(made.folder / f"parquet/{table.name}.parquet").read_all().num_rows
        in_csv = len(package.get_resource(table.name).read_rows())
        in_lines = sum(line["table"] == table.name for line in lines)
        assert (in_sqlite, in_parquet, in_csv, in_lines) == (count, count, count, count), table.name


def test_rows_are_what_serializers_give():
    SalaryFactory(industry=None)
    for table in tables():
        serializer = table.shown({})
        batch = next(TableReader(table, {}).batches(), None)
        for shown, row in zip(batch.rows if batch else [], table.rows()[:40], strict=False):
            assert shown == serializer.to_representation(row), table.name


@pytest.mark.parametrize("name", IN_THE_API)
def test_ndjson_says_of_every_row_what_the_api_says(client, settings, lines, name):
    site = settings.SITE_URL.rstrip("/")
    given = [{key: value for key, value in row.items() if key != "table"} for row in lines if row["table"] == name]
    answer = client.get(f"/api/v1/{name}/?page_size=200").content.decode().replace("http://testserver", site)
    assert given == json.loads(answer)["results"]


def test_the_package_is_what_its_description_says(package, edition):
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert package.to_dict()["version"] == str(edition.number)
    assert {each.name for each in package.resources} == {each.name for each in tables()}


def test_the_description_names_columns_sources_and_licenses(made, edition):
    described = json.loads((made.folder / "datapackage.json").read_text())
    assert (described["version"], described["created"]) == (str(edition.number), edition.published_at.isoformat())
    by_path = {resource["path"]: resource for resource in described["resources"]}
    for file in made.files:
        if file.path not in ("datapackage.json", "dcat.jsonld", "SHA256SUMS"):
            resource = by_path[file.path]
            assert (resource["bytes"], resource["hash"]) == (file.bytes, f"sha256:{file.sha256}")
    wages = by_path["parquet/wages.parquet"]
    fields = {field["name"]: field for field in wages["schema"]["fields"]}
    assert (fields["annual_median"]["type"], fields["reference_start"]["type"]) == ("number", "date")
    assert "Labor Statistics" in wages["sources"][0]["title"]
    assert wages["licenses"][0]["name"] == "public domain"


def test_a_catalog_finds_each_file(made):
    dataset = json.loads((made.folder / "dcat.jsonld").read_text())
    told = {each["dcat:downloadURL"]["@id"]: each["dcat:byteSize"]["@value"] for each in dataset["dcat:distribution"]}
    address = f"http://127.0.0.1:8000/download/{made.edition}/rungs.ndjson.gz"
    assert told[address] == str(made.named("rungs.ndjson.gz").bytes)


def test_parquet_has_types(made):
    schema = read_parquet(made.folder / "parquet/wages.parquet").schema
    types = {name: str(schema.field(name).type) for name in ("annual_median", "employment", "reference_end", "key")}
    assert [types[name].split("<")[-1].strip(">\n ") for name in types] == ["Float64", "Int64", "Date32", "Utf8"]


def test_the_database_answers_common_questions(database):
    career = database.execute("SELECT * FROM career_pay WHERE annual_median > 0 LIMIT 1").fetchone()
    (national,) = database.execute(
        "SELECT * FROM national_pay WHERE occupation_scheme = ? AND occupation_code = ? AND place_code = ?",
        [career["occupation_scheme"], career["occupation_code"], career["place_code"]],
    ).fetchall()
    assert career["annual_median"] == national["annual_median"]
    views = database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    assert len(views) == 6
    for (name,) in views:
        database.execute(f"SELECT * FROM {name} LIMIT 1").fetchall()  # noqa: S608
    assert database.execute("PRAGMA foreign_key_check(salaries)").fetchall() == []


def test_the_database_finds_words(database):
    found = database.execute("SELECT of_table, title FROM search WHERE search MATCH 'records' ORDER BY rank").fetchall()
    assert "careers" in {row["of_table"] for row in found}


def test_an_edition_always_makes_the_same_files(made, tmp_path, edition):
    with_times = {file.path: file.sha256 for file in write_files(tmp_path, edition, FORMS)}
    assert with_times == {file.path: file.sha256 for file in made.files}


def test_what_a_spreadsheet_would_run_is_harmless_in_csv_alone(tmp_path, edition):
    SalaryFactory(key="formula", as_printed="=1+1")
    OutlookFactory(key="minus", growth_percent=-3, as_printed="-3%")
    write_files(tmp_path, edition, FORMS)
    with ZipFile(tmp_path / "rungs-csv.zip") as file:
        cells = {row["key"]: row for name in ("salaries", "outlooks") for row in _rows(file, name)}
    assert cells["formula"]["as_printed"] == "'=1+1"
    assert (cells["minus"]["growth_percent"], cells["minus"]["as_printed"]) == ("-3", "'-3%")
    table = read_parquet(tmp_path / "parquet/salaries.parquet").read_all()
    assert "=1+1" in table.column("as_printed").to_pylist()


def test_the_command_writes_files_of_a_form_into_a_folder(tmp_path, edition):
    call_command("export", str(tmp_path), stdout=StringIO())
    call_command("export", str(tmp_path), format=["ndjson", "parquet"], stdout=StringIO())
    with ZipFile(tmp_path / "rungs-csv.zip") as file:
        assert json.loads(file.read("datapackage.json"))["version"] == str(edition.number)
    assert len(list((tmp_path / "parquet").iterdir())) == len(tables())
    assert not list(tmp_path.glob(".rungs-*"))


def test_where_nothing_can_be_written_the_command_says_so(tmp_path, edition):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export", str(tmp_path / "nowhere"))


def test_rows_are_read_some_at_a_time(edition):
    table = next(each for each in tables() if each.name == "wages")
    sizes = [len(batch.rows) for batch in TableReader(table, {}).batches()]
    assert sum(sizes) == table.rows().count()


def _rows(file, name):
    return csv.DictReader(StringIO(file.read(f"data/{name}.csv").decode()))
