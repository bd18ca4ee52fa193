import zipfile
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.db import connection

from ingest.fetching.client import Client
from ingest.fetching.limits import Limits
from ingest.management.commands import fetch
from ingest.releases.run import import_release
from tests.ingest.fetching.publisher import Publisher, publishing
from tests.salaries.importers.oews import MANAGERS, SPECIALISTS, write_oews

FILE = "/oes/oesm24nat.zip"


@pytest.fixture
def publisher():
    with publishing() as publisher:
        yield publisher


@pytest.fixture
def zipped(tmp_path) -> bytes:
    """The publisher's zip with the wages of May 2024."""
    table = write_oews(tmp_path / "national_M2024_dl.csv", [SPECIALISTS, MANAGERS])
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(table, "oesm24nat/national_M2024_dl.csv")
    return file.getvalue()


@pytest.fixture
def standing(db, tmp_path) -> None:
    """A release that is here already."""
    import_release("oews", write_oews(tmp_path / "national_M2023_dl.csv", [SPECIALISTS | {"A_MEDIAN": "48,000"}]))


class Fetching:
    def __init__(self, publisher: Publisher, folder: Path) -> None:
        self.publisher = publisher
        self.addresses = folder / "addresses.yaml"
        self.folder = folder / "data"
        self.has(name="oesm24nat.zip", at=[publisher.address + FILE])

    def has(self, **file: object) -> None:
        files = {"page": "https://publisher.example/tables", "wants_contact": True, "files": [file]}
        self.addresses.write_text(yaml.safe_dump({"oews": files}))

    @property
    def target(self) -> Path:
        return self.folder / "oews" / "oesm24nat.zip"

    def run(self) -> list[str]:
        """What the command says; raises CommandError with the last line."""
        self.out = StringIO()
        call_command("fetch", "oews", addresses=self.addresses, to=self.folder, stdout=self.out, stderr=self.out)
        return self.out.getvalue().splitlines()


@pytest.fixture
def fetching(publisher, tmp_path, monkeypatch) -> Fetching:
    limits = Limits(connect=5, silence=5, whole=20, slow_after=0.2, bytes_a_second=1_000)
    monkeypatch.setattr(fetch, "Client", partial(Client, limits=limits))
    return Fetching(publisher, tmp_path)


def content() -> dict[str, list[tuple]]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows
