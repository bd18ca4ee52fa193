"""The schema as those who build on it use it: linters, generators of clients, and a validator, none of them ours.

make contract
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.api.v1.validation import errors_of
from tests.contract.tools import HERE, run

pytestmark = [pytest.mark.contract, pytest.mark.django_db]

MADE = HERE / "made"
"""Beside node_modules, which TypeScript looks for upward."""
FOUND = {"title": "Medical Records Administrator", "refused": "unknown_value"}


@pytest.fixture(scope="module")
def schema(site) -> Iterator[Path]:
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir()
    path = MADE / "schema.json"
    with urlopen(f"{site}/api/v1/schema/") as answer:
        path.write_bytes(answer.read())
    yield path
    shutil.rmtree(MADE)


@pytest.fixture(scope="module")
def document(schema) -> dict:
    return json.loads(schema.read_text())


@pytest.fixture(scope="module")
def median(site) -> float:
    query = urlencode({"occupation": "29-2072", "place": "US", "release": "may-2024"})
    with urlopen(f"{site}/api/v1/wages/?{query}") as answer:
        return json.load(answer)["results"][0]["annual_median"]


def test_redocly_finds_no_error_and_no_warning(schema):
    said = run("npx", "redocly", "lint", schema, "--config", HERE / "redocly.yaml", "--format=summary")
    assert "is valid" in said, said


def test_spectral_finds_no_error_and_no_warning(schema):
    said = run("npx", "spectral", "lint", schema, "--ruleset", HERE / "spectral.yaml", "--fail-severity=warn")
    assert "No results with a severity of 'warn' or higher found" in said, said


def test_openapi_python_client_makes_a_package_that_imports_and_fetches(schema, site, median):
    folder = MADE / "made_by_openapi_python_client"
    said = run("openapi-python-client", "generate", "--path", schema, "--meta=none", "--output-path", folder)
    assert "arning" not in said, said
    found = json.loads(run("python", HERE / "use_openapi_python_client.py", site, MADE))
    assert found.pop("modules") > 400
    assert found == FOUND | {"median": median}


def test_both_clients_for_typescript_compile_strictly_and_fetch(schema, site, median):
    run("npx", "openapi-typescript", schema, "--output", MADE / "openapi-typescript.d.ts")
    run("npx", "openapi-ts", "--input", schema, "--output", MADE / "hey-api", "--client", "@hey-api/client-fetch")
    run("npx", "tsc", "--project", HERE)
    for program in ("use_openapi_fetch", "use_hey_api"):
        found = json.loads(run("node", MADE / "js" / f"{program}.js", site))
        assert found == FOUND | {"median": median}, program


def test_three_hundred_answers_are_as_the_schema_says(document, site):
    asked, wrong = 0, {}
    for address, schema in addresses(document, site):
        with urlopen(address) as answer:
            if errors := errors_of(json.load(answer), schema, document):
                wrong[address] = errors
        asked += 1
    assert wrong == {}
    assert asked >= 300


def addresses(document: dict, site: str) -> Iterator[tuple[str, dict]]:
    """Pages of every list, plain and with all that may be included, and rows of theirs at their own addresses."""
    schemas = {path: answer_of(item["get"]) for path, item in document["paths"].items() if not path.endswith(".csv")}
    for path, schema in schemas.items():
        if "{" not in path:
            for query in queries(document["paths"][path]["get"].get("parameters", [])):
                address = f"{site}{path}?{urlencode(query, doseq=True)}"
                yield address, schema
                yield from rows_of(address, site, schemas)


def queries(parameters: list[dict]) -> Iterator[dict]:
    needed = {each["name"]: each["example"] for each in parameters if "example" in each}
    known = {each["name"]: each["schema"] for each in parameters}
    yield needed
    if "page_size" in known:
        yield needed | {"page_size": 7}
    if "include" in known:
        yield needed | {"include": ",".join(known["include"]["items"]["enum"])}


def rows_of(address: str, site: str, schemas: dict[str, dict]) -> Iterator[tuple[str, dict]]:
    with urlopen(address) as answer:
        rows = json.load(answer).get("results", [])
    for url in filter(None, (row.get("url") for row in rows[:7])):
        parts = url.removeprefix(site).partition("?")[0].split("/")
        if path := next((path for path in schemas if "{" in path and fits(path.split("/"), parts)), None):
            yield url, schemas[path]


def fits(pattern: list[str], parts: list[str]) -> bool:
    same = len(pattern) == len(parts)
    return same and all("{" in mine or mine == its for mine, its in zip(pattern, parts, strict=True))


def answer_of(operation: dict) -> dict:
    return next(iter(operation["responses"]["200"]["content"].values()))["schema"]
