"""The API's OpenAPI document: what drf-spectacular reads from the views, and what stands around it."""

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request

from api.schema.responses import CSV_TEXT

EXAMPLES = Path(__file__).with_name("examples.json")
EXAMPLE_SITE = "https://rungs.example"
PAGING = ("page", "page_size", "cursor")


def describe(request: Request) -> dict[str, Any]:
    """Says nothing that depends on the data, only on the host."""
    site = request.build_absolute_uri("/").rstrip("/")
    document = SchemaGenerator().get_schema(request=request, public=True)
    document["servers"] = [{"url": site, "description": "This site"}]
    document["info"]["contact"] = {"name": "Rungs", "url": f"{site}/api/"}
    document["paths"] = _with_tables(document["paths"])
    document["tags"] = _tags(document["paths"])
    for address in document["paths"].values():
        _add_example(address["get"])
    return document


@cache
def examples() -> dict[str, dict]:
    """By operation: its address's parts, its query, and its answer in short."""
    return json.loads(EXAMPLES.read_text())


def _with_tables(paths: dict[str, dict]) -> dict[str, dict]:
    """Every list again as a table, at an address of its own."""
    tables = {f"{path.rstrip('/')}.csv": {"get": _table(item["get"])} for path, item in paths.items() if _is_list(item)}
    return dict(sorted({**paths, **tables}.items()))


def _is_list(item: dict) -> bool:
    schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return schema.get("$ref", "").endswith("Page")


def _table(operation: dict) -> dict:
    table = deepcopy(operation)
    table["operationId"] += "Csv"
    table["summary"] += ", as CSV"
    table["description"] = f"{operation['description']}\n\n{CSV_TEXT}"
    table["parameters"] = [each for each in table["parameters"] if each["name"] not in PAGING]
    table["responses"]["200"]["content"] = {"text/csv": {"schema": {"type": "string"}}}
    return table


def _tags(paths: dict[str, dict]) -> list[dict]:
    """One for each list, with what the list is."""
    told: dict[str, str] = {}
    for item in paths.values():
        told.setdefault(item["get"]["tags"][0], item["get"]["summary"])
    return [{"name": name, "description": f"{text}."} for name, text in told.items()]


def _add_example(operation: dict) -> None:
    example = examples().get(operation["operationId"])
    if example is None:
        return
    asked = example["path"] | example["query"]
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in asked:
            value = asked[parameter["name"]]
            parameter["example"] = str(value) if parameter["schema"].get("type") == "string" else value
    (content,) = operation["responses"]["200"]["content"].values()
    content["example"] = example["answer"]
