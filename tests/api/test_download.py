"""Everything as files: a Data Package that its own description holds for, and NDJSON; both say what the API says."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from frictionless import Package

from api.export.tables import tables
from facts.models import Edition
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


@pytest.fixture
def edition(guides):
    return Edition.objects.newest_first().first()


@pytest.fixture
def package(client, edition) -> ZipFile:
    answer = client.get(f"/download/rungs-edition-{edition.number}.zip")
    assert answer.status_code == 200
    return ZipFile(BytesIO(answer.getvalue()))


def test_the_page_names_the_files_with_the_edition(client, edition):
    page = client.get("/download/")
    assert f"rungs-edition-{edition.number}.zip".encode() in page.content
    assert f"rungs-edition-{edition.number}.ndjson".encode() in page.content


def test_a_file_is_streamed_named_and_may_be_kept(client, edition):
    answer = client.get(f"/download/rungs-edition-{edition.number}.ndjson")
    assert answer.streaming
    assert answer["Content-Type"] == "application/x-ndjson"
    assert answer["Content-Disposition"] == f'attachment; filename="rungs-edition-{edition.number}.ndjson"'
    assert answer["Rungs-Edition"] == str(edition.number)
    again = client.get(f"/download/rungs-edition-{edition.number}.ndjson", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert len(list(answer)) > 100  # it comes in pieces


@pytest.mark.parametrize("name", ["rungs-edition-0.zip", "rungs-edition-4.tar", "passwd", "%00", "x" * 5_000])
def test_a_file_that_there_is_not_is_not_found(client, edition, name):
    assert client.get(f"/download/{name}").status_code == 404


def test_a_file_takes_no_parameters(client, edition):
    assert client.get(f"/download/rungs-edition-{edition.number}.zip?table=salaries").status_code == 400


def test_the_package_is_what_its_description_says(package, tmp_path):
    package.extractall(tmp_path)
    report = Package(tmp_path / "datapackage.json").validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert {each.name for each in Package(tmp_path / "datapackage.json").resources} == {each.name for each in tables()}


def test_every_table_has_its_rows(package):
    for table in tables():
        with package.open(f"data/{table.name}.csv") as file:
            rows = list(csv.reader(StringIO(file.read().decode())))
        assert len(rows) == table.rows().count() + 1, table.name


def test_the_description_says_the_edition_the_licence_and_what_each_column_holds(package, edition):
    described = json.loads(package.read("datapackage.json"))
    assert described["version"] == str(edition.number)
    assert described["licenses"]
    salaries = next(resource for resource in described["resources"] if resource["name"] == "salaries")
    fields = {field["name"]: field for field in salaries["schema"]["fields"]}
    assert fields["median"]["type"] == "number"
    assert fields["reference_start"]["type"] == "date"
    assert all(resource["description"] and resource["schema"]["primaryKey"] for resource in described["resources"])


def test_one_edition_always_makes_the_same_package(client, edition):
    made = [client.get(f"/download/rungs-edition-{edition.number}.zip").getvalue() for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("name", IN_THE_API)
def test_ndjson_says_of_every_row_what_the_api_says(client, edition, name):
    lines = client.get(f"/download/rungs-edition-{edition.number}.ndjson").getvalue().decode().splitlines()
    rows = [json.loads(line) for line in lines]
    given = [{key: value for key, value in row.items() if key != "table"} for row in rows if row["table"] == name]
    assert given == client.get(f"/api/v1/{name}/?page_size=200").json()["results"]


@pytest.mark.parametrize("name", ["salaries", "outlooks", "wages", "paths", "times-to-entry"])
def test_the_package_read_again_gives_the_figures_of_the_api(client, package, tmp_path, name):
    package.extractall(tmp_path)
    resource = Package(tmp_path / "datapackage.json").get_resource(name)
    shown = client.get(f"/api/v1/{name}/?page_size=200").json()["results"]
    read = [row.to_dict() for row in resource.read_rows()]
    assert len(read) == len(shown)
    numbers = [field.name for field in resource.schema.fields if field.type in ("number", "integer")]
    assert numbers
    for row, said in zip(read, shown, strict=True):
        for column in numbers:
            given = _inside(said, column)
            assert (row[column] is None) == (given is None), column
            assert given is None or float(row[column]) == given


def test_the_command_writes_the_same_file(tmp_path, client, edition, capsys):
    call_command("export", str(tmp_path), stdout=StringIO())
    call_command("export", str(tmp_path), format="ndjson", stdout=StringIO())
    with ZipFile(tmp_path / f"rungs-edition-{edition.number}.zip") as package:
        assert json.loads(package.read("datapackage.json"))["version"] == str(edition.number)
    lines = (tmp_path / f"rungs-edition-{edition.number}.ndjson").read_text().splitlines()
    assert sum(json.loads(line)["table"] == "salaries" for line in lines) > 20
    assert not list(tmp_path.glob("*.part"))


def test_where_nothing_can_be_written_the_command_says_so(tmp_path, edition):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export", str(tmp_path / "nowhere" / "file.zip"))


def test_a_formula_in_the_package_is_harmless(client, edition):
    SalaryFactory(key="formula", as_printed="=1+1")
    OutlookFactory(key="minus", growth_percent=-3, as_printed="-3%")
    package = ZipFile(BytesIO(client.get(f"/download/rungs-edition-{edition.number}.zip").getvalue()))
    cells = {row["key"]: row for name in ("salaries", "outlooks") for row in _rows(package, name)}
    assert cells["formula"]["as_printed"] == "'=1+1"
    assert (cells["minus"]["growth_percent"], cells["minus"]["as_printed"]) == ("-3", "'-3%")


def _rows(package, name):
    return csv.DictReader(StringIO(package.read(f"data/{name}.csv").decode()))


def _inside(row, column):
    """The value of a flattened column in a row of the API."""
    if column in row:
        return row[column]
    first = next(name for name in row if column.startswith(f"{name}_"))
    return row[first] and _inside(row[first], column.removeprefix(f"{first}_"))
