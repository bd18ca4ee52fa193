"""The Python client: as generated, and its ten tasks run as printed, each in one or two calls."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from facts.actions import publishing
from facts.models import Edition
from salaries.models import Wage
from tests.browser import manage, served
from tests.contract.tools import run
from tests.factories import ElementFactory, OccupationFactory, PlaceFactory, RatingFactory, ReleaseFactory, WageFactory
from tests.stages import LOADED, Stages

pytestmark = [pytest.mark.contract, pytest.mark.django_db]

CLIENT = Path(__file__).parents[2] / "clients" / "python"
README = CLIENT / "README.md"
NOTEBOOKS = sorted((CLIENT / "notebooks").glob("*.ipynb"))
STATES = {"US-OH": "Ohio", "US-TX": "Texas"}


def lay_out() -> None:
    """States of two years, and skills, beside the first guides and their pay."""
    with publishing(act=Edition.Act.IMPORT, reason="States and skills.") as publication:
        skills = ReleaseFactory(slug="30-1")
        publication.created(skills)
        for national in Wage.objects.filter(place__code="US", occupation__code="29-2072", industry__code="000000"):
            for code, name in STATES.items():
                place = PlaceFactory(code=code, name=name, kind="state", parent=national.place)
                WageFactory(release=national.release, occupation=national.occupation, place=place, annual_median=46_000)
        ElementFactory(release=skills, code="2.A.1.b", name="Active Listening")
        whole = OccupationFactory(code="29-2072.00", scheme="onet-soc-2019", parent=national.occupation)
        RatingFactory(release=skills, occupation=whole, element_code="2.A.1.b", value=3.5)


LOADED.setdefault("analysts", ("guides_paid", lay_out))


@pytest.fixture(scope="module")
def analysts(stages: Stages) -> Iterator[str]:
    """The address of a site with its files made."""
    database = {
        "DATABASE_URL": stages.copied("analysts", "analysts_site"),
        "RUNGS_FILES": str(stages.folder / "analysts_files"),
    }
    environment = os.environ | {"RUNGS_LOCAL": "1"} | database
    manage(["build_files"], environment)
    with served(environment) as address:
        yield address


def test_lists_are_as_the_schema_says(analysts, tmp_path):
    schema = tmp_path / "schema.json"
    with urlopen(f"{analysts}/api/v1/schema/") as answer:
        schema.write_bytes(answer.read())
    shown = (CLIENT / "rungs_client" / "lists.py").read_text()
    made = run("python", "-c", WRITE, schema, folder=CLIENT)
    assert _bare(made) == _bare(shown), "python clients/python/generate.py schema.json writes it anew"


WRITE = "import json, sys, generate; print(generate.write(json.load(open(sys.argv[1]))))"


def _bare(code: str) -> str:
    """Without what a formatter changes."""
    return re.sub(r"[\s,()]+", "", code).replace("'", '"')


def test_the_notebooks_are_the_tasks_of_the_readme():
    made = run("python", "-c", "import json, notebooks; print(json.dumps(notebooks.write()))", folder=CLIENT)
    assert json.loads(made) == {path.name: path.read_text() for path in NOTEBOOKS}
    assert len(re.findall("^### ", README.read_text(), re.MULTILINE)) == 10


@pytest.mark.parametrize("document", [README, *NOTEBOOKS], ids=lambda path: path.name)
def test_every_task_runs_as_printed(analysts, document):
    told = json.loads(run("python", Path(__file__).with_name("run_notebook.py"), analysts, document, folder=CLIENT))
    assert all(told[1:])
    if document != README:
        return
    _, states, growing, percentiles, skills, history, changes, career, joined, everything, citation = told
    assert "Ohio" in states
    assert "may-2024" in states
    assert growing.startswith("[('")
    assert percentiles.startswith("shape: (8")
    assert skills == "(['Active Listening'], ['29-2072.00', '29-2072'])"
    assert "'what': 'added'" in history
    assert "May 2023" in history
    assert "'created'" in changes or "'changed'" in changes
    assert "health records" in career
    assert "There is no occupation “99-9999”." in joined
    assert int(everything.strip("()").split(",")[0]) > 800
    assert citation.startswith("@misc{himalayas-mra-median.median,")


READ = """
import sys, duckdb, pandas, polars
from urllib.request import urlopen
address, code = sys.argv[1], "industry_code"
assert list(pandas.read_csv(address, dtype={code: str})[code])[0] == "000000"
with urlopen(address) as table:
    open("wages.csv", "wb").write(table.read())
assert polars.read_csv("wages.csv", schema_overrides={code: polars.String})[code][0] == "000000"
read = "read_csv('wages.csv', types={'industry_code': 'VARCHAR'})"
(told,) = duckdb.sql(f"SELECT industry_code, annual_median FROM {read} LIMIT 1").fetchall()
assert told[0] == "000000" and float(told[1]) > 1000, told
"""


def test_readers_of_csv_take_codes_for_text_where_they_are_told_as_documented(analysts, tmp_path):
    run("python", "-c", READ, f"{analysts}/api/v1/wages.csv?occupation=29-2072&place=US", folder=tmp_path)
